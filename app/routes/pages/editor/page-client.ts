import type { Finding } from "~/domain/acceptable-use/finding";
import type { PageSettings } from "~/domain/pages/page";
import type { PageChecks } from "~/domain/publishing/page-checks";
import type { LibrarySection, SectionLibrary } from "~builder/editor/section-library";

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
  /** Of a page; saved sections have none. */
  settings?: PageSettings;
}

export interface Present {
  others: { name: string; isYou: boolean }[];
  /** The newest save, and whose it is. */
  revision: number;
  savedAt: number;
  savedBy: string;
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
  alsoPublished: { title: string }[];
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
const unreached: Answer<never> = {
  ...{ ok: false, status: 0, code: "offline" },
  message: "There is no connection to the server. Try again when it is back.",
};

/** Never rejects: a server that is not reached is an answer, too. */
async function ask<T>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
  try {
    return await read<T>(await fetch(url, init));
  } catch {
    return unreached;
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const isJson = response.headers.get("content-type")?.includes("json");
  if (!isJson) {
    const signedOut = response.redirected && new URL(response.url).pathname === "/sign-in";
    const message = signedOut
      ? "You are signed out. What you changed is kept on this device. Sign in in another tab, and it is saved here."
      : response.status === 413
        ? "This file is too large and was not taken. Make it smaller and try again."
        : unexpected;
    return { ok: false, status: response.status, code: signedOut ? "signed_out" : "unexpected", message };
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

/** The saved sections of a workspace. */
export const createLibrary = (libraryPath: string): SectionLibrary => ({
  async list() {
    const answer = await ask<{ data: LibrarySection[] }>(libraryPath);
    if (!answer.ok) throw new Error(answer.message);
    return answer.value.data;
  },
  async save(name, project) {
    const answer = await ask<LibrarySection>(libraryPath, jsonRequest("POST", { name, project }));
    if (!answer.ok) throw new Error(answer.message);
    return answer.value;
  },
  editPath: (id) => `${libraryPath.replace(/[^/]+$/, "sections")}/${id}/edit`,
});

/** A file that a form can hand over. */
export interface HandedOver {
  id: string;
  name: string;
}

/** All are resources of the same workspace. */
const downloadsPath = (picturesPath: string): string => picturesPath.replace(/pictures$/, "downloads");
const filmsPath = (picturesPath: string): string => picturesPath.replace(/pictures$/, "films");

/** The requests of the editor of one page. `at` is the page's address in the product. */
export const createPageClient = (at: string, picturesPath: string) => ({
  save: (body: { revision: number; project?: unknown; settings?: PageSettings }) =>
    ask<SavedPage>(`${at}/document`, jsonRequest("PUT", body)),
  publish: (revision: number) => ask<PublishedPage>(`${at}/publication`, jsonRequest("POST", { revision })),
  checks: () => ask<PageChecks>(`${at}/checks`),
  async presence(body: { tab: string; leaves?: boolean }) {
    const answer = await ask<Present>(`${at}/presence`, { ...jsonRequest("POST", body), keepalive: true });
    return answer.ok && answer.value.others ? answer.value : undefined;
  },
  downloads: () => ask<{ data: HandedOver[] }>(downloadsPath(picturesPath)),
  uploadDownload(file: File) {
    const body = new FormData();
    body.append("file", file);
    return ask<HandedOver>(downloadsPath(picturesPath), { method: "POST", body });
  },
  uploadFilm(file: File) {
    const body = new FormData();
    body.append("file", file);
    return ask<{ src: string; kind: "film" | "captions" }>(filmsPath(picturesPath), { method: "POST", body });
  },
  pictures: () => ask<{ data: Picture[] }>(picturesPath),
  upload(files: readonly File[]) {
    const body = new FormData();
    for (const file of files) body.append("picture", file);
    return ask<{ data: Picture[]; note?: string }>(picturesPath, { method: "POST", body });
  },
});

export type PageClient = ReturnType<typeof createPageClient>;
