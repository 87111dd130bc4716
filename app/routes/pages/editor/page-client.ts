import type { Finding } from "~/domain/acceptable-use/finding";
import type { PageSettings } from "~/domain/pages/page";
import type { PageChecks } from "~/domain/publishing/page-checks";

/** What the server answered to a request of the editor. */
export type Answer<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      status: number;
      code: string;
      message: string;
      fields?: Record<string, string>;
      data?: unknown;
    };

export interface SavedPage {
  revision: number;
  state: string;
  settings: PageSettings;
}

export interface Conflict {
  revision: number;
  savedByName: string;
  savedAt: number;
}

export interface PublishedPage {
  url: string;
  version: { number: number };
  findings: Finding[];
}

export interface Picture {
  type: "image";
  src: string;
  width: number;
  height: number;
  name: string;
  alt: string;
}

const unexpected = "The server could not do this. Nothing was changed; please try again.";

async function ask<T>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
  const response = await fetch(url, init);
  const isJson = response.headers.get("content-type")?.includes("json");
  if (!isJson) {
    const message = response.redirected
      ? "You are signed out. Sign in in another tab, then go on here."
      : unexpected;
    return { ok: false, status: response.status, code: "unexpected", message };
  }
  const body = await response.json();
  if (response.ok) return { ok: true, value: body as T };
  return { ok: false, status: response.status, code: "", message: unexpected, ...body };
}

const jsonRequest = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json", accept: "application/json" },
  body: JSON.stringify(body),
});

/** The requests of the editor of one page. `at` is the page's address in the product. */
export const createPageClient = (at: string, picturesPath: string) => ({
  save: (body: { revision: number; project?: unknown; settings?: PageSettings }) =>
    ask<SavedPage>(`${at}/document`, jsonRequest("PUT", body)),
  publish: (revision: number) => ask<PublishedPage>(`${at}/publication`, jsonRequest("POST", { revision })),
  checks: () => ask<PageChecks>(`${at}/checks`),
  pictures: () => ask<{ data: Picture[] }>(picturesPath),
  upload(files: readonly File[]) {
    const body = new FormData();
    for (const file of files) body.append("picture", file);
    return ask<{ data: Picture[] }>(picturesPath, { method: "POST", body });
  },
});

export type PageClient = ReturnType<typeof createPageClient>;
