import { listForms } from "~builder/document/document-forms";
import type { PageDocument } from "~builder/document/page-document";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { findPageAt } from "../pages/find-page-at.server";
import type { Page, PageSummary } from "../pages/page";
import { parsePagePath } from "../pages/page-path";
import { lastVersionNumber, selectPublicationAt } from "./publication-queries.server";

const most = 10;

/** It was never public, and no other page is under its path. */
export async function mayGoAlong(db: Executor, page: PageSummary): Promise<boolean> {
  const { workspaceId, siteId, path, id, state } = page;
  if (state !== "draft" || (await lastVersionNumber(db, workspaceId, id)) > 0) return false;
  return (await selectPublicationAt(db, workspaceId, siteId, path)) === undefined;
}

/** The pages after sending that this document's forms lead to and that have never been public. */
export async function findNextDrafts(
  deps: Pick<Deps, "db">,
  page: Page,
  document: PageDocument,
): Promise<Page[]> {
  if (page.variantOf) return [];
  const { workspaceId, siteId } = page;
  const paths = new Set<string>();
  for (const { next } of listForms(document)) {
    if (next.kind !== "page") continue;
    const parsed = parsePagePath(next.path.split(/[?#]/)[0] ?? "");
    if (parsed.ok && parsed.path !== page.path) paths.add(parsed.path);
  }
  const drafts: Page[] = [];
  for (const path of [...paths].slice(0, most)) {
    const next = await findPageAt(deps, workspaceId, siteId, path);
    if (next && next.id !== page.id && (await mayGoAlong(deps.db, next))) drafts.push(next);
  }
  return drafts;
}
