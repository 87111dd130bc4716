import { z } from "zod";
import type { ApiScope } from "~/domain/developer/api-scope";
import type { ApiKeyActor } from "~/domain/developer/authenticate-api-key.server";
import { DomainError } from "~/domain/domain-error";
import { createPage } from "~/domain/pages/create-page.server";
import { getPage, getPageSummary } from "~/domain/pages/get-page.server";
import { listPages } from "~/domain/pages/list-pages.server";
import type { Page, PageSummary } from "~/domain/pages/page";
import { updatePage } from "~/domain/pages/update-page.server";
import { listVersions } from "~/domain/publishing/list-versions.server";
import { removePage } from "~/domain/publishing/remove-page.server";
import { getPageListing, updatePageListing } from "~/domain/publishing/update-page-listing.server";
import { publicId } from "~/lib/ids";
import type { ServerDeps } from "../server-deps";
import {
  idField,
  listOf,
  listQuery,
  optionalId,
  removalAnswer,
  shownId,
  shownTime,
  time,
} from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { findNamedSite } from "./named-site.server";
import { pageOfRows } from "./page-of-rows";

const pageAnswer = z.object({
  id: shownId("page"),
  site_id: shownId("site"),
  path: z.string(),
  title: z.string(),
  description: z.string(),
  language: z.string(),
  state: z.enum(["draft", "live", "changed", "removed"]),
  revision: z.number().int(),
  created_at: shownTime,
  updated_at: shownTime,
});

const wholePage = pageAnswer.extend({
  noindex: z.boolean().meta({ description: "Kept out of search engines and of the sitemap." }),
  canonical: z.string().meta({ description: "The address of the original; empty for the page itself." }),
  document: z.record(z.string(), z.unknown()),
});
const savedPage = wholePage.extend({
  removed: z.array(removalAnswer).meta({ description: "What was left out of the given HTML, and why." }),
});

const content = {
  html: z
    .string()
    .optional()
    .meta({ description: "Read once into a document; its forms become forms of ours." }),
  css: z.string().optional(),
  document: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: "Instead of html: a page document." }),
};
/** How others list it: takes effect without publishing again. */
const listing = {
  noindex: z.boolean(),
  canonical: z.string().max(1000),
  translation_of: optionalId("page").meta({
    description: "A page that says the same in another language; null for none.",
  }),
};
const settings = { title: z.string(), description: z.string(), language: z.string() };

export const pageParams = z.object({ page: idField("page") });

async function showWhole(deps: ServerDeps, page: Page) {
  const { hidden, canonical } = await getPageListing(deps, page.workspaceId, page.id);
  return { ...show(page), noindex: hidden, canonical, document: { ...page.document } };
}

const show = (page: PageSummary) => ({
  id: publicId("page", page.id),
  site_id: publicId("site", page.siteId),
  path: page.path,
  title: page.title,
  description: page.description,
  language: page.language,
  state: page.state,
  revision: page.revision,
  created_at: time(page.createdAt),
  updated_at: time(page.updatedAt),
});

function requireScope(actor: ApiKeyActor, scope: ApiScope): void {
  if (actor.scopes.includes(scope)) return;
  throw new DomainError(
    "forbidden",
    "scope_missing",
    `This key may not do that: it lacks the scope ${scope}. Nothing was changed.`,
  );
}

async function siteOf(deps: ServerDeps, workspaceId: string, given: string): Promise<string> {
  const id = await findNamedSite(deps, workspaceId, given);
  if (id) return id;
  throw new DomainError("invalid", "site_not_found", "There is no such site.", {
    fields: { site: "Give the id or the slug of a site of this workspace." },
  });
}

export const pages: ApiNoun = {
  name: "Pages",
  description: "A page is a draft until it is published. Every change makes a new revision, told as ETag.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/pages",
      scope: "pages:read",
      summary: "List pages",
      query: listQuery.extend({ site: z.string().max(63).optional(), q: z.string().max(100).optional() }),
      answer: listOf(pageAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const siteId = query.site ? await siteOf(deps, workspaceId, query.site) : undefined;
        const found = await listPages(deps, workspaceId, { ...query, siteId });
        return { body: { data: found.pages.map(show), next_cursor: found.nextCursor ?? null } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/pages",
      scope: "pages:write",
      summary: "Make a page as a draft",
      body: z.strictObject({
        site: z.string().max(63).meta({ description: "Id or slug." }),
        path: z.string().max(200),
        title: settings.title.optional(),
        description: settings.description.optional(),
        language: settings.language.optional(),
        ...content,
      }),
      answer: savedPage,
      status: 201,
      run: async ({ deps, actor, workspaceId, body: { site, ...body } }) => {
        const siteId = await siteOf(deps, workspaceId, site);
        const page = await createPage(deps, actor, { workspaceId, siteId, ...body });
        return {
          body: { ...(await showWhole(deps, page)), removed: page.removed },
          revision: page.revision,
          location: `/pages/${publicId("page", page.id)}`,
        };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/pages/:page",
      scope: "pages:read",
      summary: "See a page with its document",
      params: pageParams,
      answer: wholePage,
      status: 200,
      rows: ({ params }) => [{ table: "pages", key: { id: params.page } }],
      run: async ({ deps, workspaceId, params }) => {
        const page = await getPage(deps, workspaceId, params.page);
        return { body: await showWhole(deps, page), revision: page.revision };
      },
    }),
    apiRoute({
      method: "PATCH",
      path: "/pages/:page",
      scope: "pages:write",
      summary: "Change a page",
      description:
        "`noindex`, `canonical` and `translation_of` take effect at once and need the scope `pages:publish` too; everything else when the page is published.",
      params: pageParams,
      body: z.strictObject({ path: z.string().max(200), ...settings, ...content, ...listing }).partial(),
      answer: savedPage,
      status: 200,
      ifMatch: true,
      run: async ({ deps, actor, workspaceId, params, body, revision }) => {
        const { noindex: hidden, canonical, translation_of: translationOf, ...saved } = body;
        const input = { workspaceId, pageId: params.page };
        const now = await getPageSummary(deps, workspaceId, params.page);
        const changes = { hidden, canonical, translationOf };
        const update = { ...input, revision: revision ?? now.revision, ...saved };
        const isListed = Object.values(changes).some((value) => value !== undefined);
        if (isListed) requireScope(actor, "pages:publish");
        const page = !isListed
          ? await updatePage(deps, actor, update)
          : await deps.transact(async (tx) => {
              // Both or neither: what is refused for an old ETag has changed nothing.
              const within = {
                ...deps,
                db: tx,
                transact: <T>(work: (same: typeof tx) => Promise<T>) => work(tx),
              };
              const done = await updatePage(within, actor, update);
              await updatePageListing(within, actor, { ...input, changes });
              return done;
            });
        return {
          body: { ...(await showWhole(deps, page)), removed: page.removed },
          revision: page.revision,
        };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/pages/:page",
      scope: "pages:write",
      summary: "Remove a page; it can be restored for 30 days",
      params: pageParams,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params }) => {
        await removePage(deps, actor, { workspaceId, pageId: params.page });
        return {};
      },
    }),
    apiRoute({
      method: "GET",
      path: "/pages/:page/versions",
      scope: "pages:read",
      summary: "List what was public and when",
      params: pageParams,
      query: listQuery,
      answer: listOf(
        z.object({
          id: shownId("version"),
          number: z.number().int(),
          title: z.string(),
          path: z.string(),
          live: z.boolean(),
          published_at: shownTime,
        }),
      ),
      status: 200,
      run: async ({ deps, workspaceId, params, query }) => {
        await getPage(deps, workspaceId, params.page);
        const all = await listVersions(deps, workspaceId, params.page, 2000);
        const found = pageOfRows("version", all, query, "newest");
        const data = found.rows.map((version) => ({
          id: publicId("version", version.id),
          number: version.number,
          title: version.title,
          path: version.path,
          live: version.isLive,
          published_at: time(version.publishedAt),
        }));
        return { body: { data, next_cursor: found.nextCursor } };
      },
    }),
  ],
};
