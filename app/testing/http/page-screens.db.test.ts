import path from "node:path";
import type { AppLoadContext } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { addAccount } from "~/domain/accounts/create-account.server";
import { startSession } from "~/domain/accounts/start-session.server";
import { isDomainError } from "~/domain/domain-error";
import { openFileStore } from "~/domain/files/file-store.server";
import { createPage } from "~/domain/pages/create-page.server";
import { listPages } from "~/domain/pages/list-pages.server";
import { getPageListing } from "~/domain/publishing/update-page-listing.server";
import { publicId } from "~/lib/ids";
import { action as act } from "~/routes/pages/act";
import { loader as checks } from "~/routes/pages/checks";
import { action as save } from "~/routes/pages/document";
import { loader as edit } from "~/routes/pages/edit";
import { action as makePage } from "~/routes/pages/new";
import { loader as overview } from "~/routes/pages/page";
import { action as upload } from "~/routes/pages/pictures";
import { loader as preview } from "~/routes/pages/preview";
import { action as publication } from "~/routes/pages/publication";
import { useTestInstance } from "../db/test-deps";
import { makeTestSite, type TestSite } from "../factories/test-site";

const instance = useTestInstance();
let shop: TestSite;
let context: AppLoadContext;
const cookies: Record<"owner" | "writer" | "stranger", string> = { owner: "", writer: "", stranger: "" };
let page: { id: string; outside: string; document: unknown };

/** Signs somebody up and gives them a role in a workspace. */
async function enter(at: TestSite, name: string, role: string): Promise<string> {
  const { deps } = instance();
  const accountId = await deps.transact((tx) =>
    addAccount(deps, tx, {
      email: `${name}@example.org`,
      name,
      passwordHash: "",
      confirmed: true,
      isOperator: false,
    }),
  );
  await deps.db
    .insertInto("memberships")
    .values({
      workspace_id: at.workspaceId,
      account_id: accountId ?? "",
      role,
      created_at: deps.clock.now(),
    })
    .execute();
  const origin = { accountId: accountId ?? "", ip: "127.0.0.1", userAgent: "test" };
  return `foyer=${await startSession(deps, deps.db, origin)}`;
}

beforeAll(async () => {
  const { deps, folder } = instance();
  shop = await makeTestSite(deps, { slug: "harbour" });
  const other = await makeTestSite(deps, { slug: "quay" });
  cookies.owner = await enter(shop, "owner", "owner");
  cookies.writer = await enter(shop, "writer", "member");
  cookies.stranger = await enter(other, "stranger", "owner");
  const files = openFileStore({ folder: path.join(folder, "files"), keys: deps.keys });
  context = { deps: { ...deps, files }, nonce: "n", clientIp: "127.0.0.1" } as unknown as AppLoadContext;
  const made = await createPage(deps, shop.owner, {
    siteId: shop.site.id,
    path: "/bread",
    title: "Bread",
    html: "<h1>Bread</h1>",
  });
  page = { id: made.id, outside: publicId("page", made.id), document: made.document };
});

type Handler = (args: never) => unknown;

/** The status of what a route answers or throws, and its JSON. */
async function ask(handler: Handler, who: keyof typeof cookies, init: RequestInit = {}, id = page.outside) {
  const headers = { cookie: cookies[who], ...init.headers };
  const request = new Request(`http://localhost:3000/w/harbour/pages/${id}`, { ...init, headers });
  try {
    const params = { workspace: "harbour", page: id };
    const answer = (await handler({ request, context, params } as never)) as Response;
    const isJson = answer instanceof Response && answer.headers.get("content-type")?.includes("json");
    return {
      status: answer instanceof Response ? answer.status : 200,
      body: isJson ? await answer.json() : {},
    };
  } catch (thrown) {
    if (isDomainError(thrown)) return { status: thrown.kind === "not_found" ? 404 : 403, body: {} };
    const status = (thrown as { status?: number; init?: { status?: number } }).status;
    return { status: status ?? (thrown as { init?: { status?: number } }).init?.status ?? 500, body: {} };
  }
}
const json = (method: string, body: unknown): RequestInit => ({ method, body: JSON.stringify(body) });
const form = (fields: Record<string, string>): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(fields),
});
const picture = (): RequestInit => {
  const body = new FormData();
  body.append("picture", new File(["<svg onload=alert(1)>"], "photo.png", { type: "image/png" }));
  return { method: "POST", body };
};

describe("the screens of a page", () => {
  it("are there for members and nobody else", async () => {
    const walk: [string, Handler, () => RequestInit, number][] = [
      ["overview", overview, () => ({}), 200],
      ["editor", edit, () => ({}), 200],
      ["preview", preview, () => ({}), 200],
      ["checks", checks, () => ({}), 200],
      ["save", save, () => json("PUT", { revision: 1, settings: { title: "Bread" } }), 200],
      ["publish", publication, () => json("POST", { revision: 2 }), 200],
      ["copy", act, () => form({ act: "duplicate" }), 302],
      ["unpublish", publication, () => ({ method: "DELETE" }), 200],
      ["remove", act, () => form({ act: "remove" }), 302],
      ["restore", act, () => form({ act: "restore" }), 302],
      ["pictures", upload, picture, 422],
    ];
    for (const [name, handler, init, status] of walk) {
      expect([name, (await ask(handler, "stranger", init())).status]).toEqual([name, 404]);
      expect([name, (await ask(handler, "owner", init())).status]).toEqual([name, status]);
    }
  });

  it("answer 404 for a page that is not there", async () => {
    for (const id of ["page_01J00000000000000000000000", "page_x", "..", "lead_01J00000000000000000000000"]) {
      expect([id, (await ask(overview, "owner", {}, id)).status]).toEqual([id, 404]);
    }
  });

  it("let a writer write and not publish", async () => {
    expect((await ask(edit, "writer")).status).toBe(200);
    expect((await ask(publication, "writer", json("POST", { revision: 2 }))).status).toBe(403);
    expect((await ask(act, "writer", form({ act: "unpublish" }))).status).toBe(403);
  });

  it("tell who saved in between, and refuse what is no page", async () => {
    const stale = json("PUT", { revision: 1, project: page.document });
    const conflict = await ask(save, "owner", stale);
    expect(conflict).toMatchObject({ status: 409, body: { code: "page_changed", data: { revision: 2 } } });
    for (const body of ["no json", "{}", '{"revision":"1"}', '{"revision":2,"project":{"pages":7}}']) {
      expect((await ask(save, "owner", { method: "PUT", body })).status).toBe(422);
    }
  });

  it("make a template's thank-you page along with it, which search engines are asked to leave out", async () => {
    const { deps } = instance();
    const body = form({ start: "waitlist", title: "Early loaves", path: "/early", site: shop.site.id });
    expect((await ask(makePage, "owner", body)).status).toBe(302);
    const { pages } = await listPages(deps, shop.workspaceId, { limit: 50 });
    const hidden = async (path: string) => {
      const { id = "" } = pages.find((one) => one.path === path) ?? {};
      return (await getPageListing(deps, shop.workspaceId, id)).hidden;
    };
    expect(await hidden("/early")).toBe(false);
    expect(await hidden("/early-thank-you")).toBe(true);
  });

  it("run no script of the page in the editor", async () => {
    const request = new Request("http://localhost:3000/", { headers: { cookie: cookies.owner } });
    const params = { workspace: "harbour", page: page.outside };
    const answer = (await edit({ request, context, params } as never)) as { init: ResponseInit };
    const csp = new Headers(answer.init.headers).get("content-security-policy") ?? "";
    expect(csp).toMatch(/script-src 'nonce-n';/);
    expect(csp).not.toMatch(/script-src[^;]*'(self|unsafe-inline|unsafe-eval|strict-dynamic)'/);
  });
});
