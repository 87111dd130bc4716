import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { getPageSummary } from "../pages/get-page.server";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { saveListing, selectListing } from "./listing-queries.server";
import { newPageListing, type PageListing } from "./page-listing";

export const getPageListing = async (deps: Deps, workspaceId: string, pageId: string): Promise<PageListing> =>
  (await selectListing(deps.db, workspaceId, pageId)) ?? newPageListing;

function readCanonical(given: string): string {
  const typed = given.trim();
  if (typed === "") return "";
  const url = /^https?:\/\//i.test(typed) && URL.canParse(typed) ? new URL(typed) : undefined;
  if (url && !url.username && !url.hash && url.href.length <= 1000) return url.href;
  const message = "Give the whole address of the original, beginning with https://, or nothing.";
  throw new DomainError("invalid", "canonical_refused", message, { fields: { canonical: message } });
}

export interface ListingChange {
  hidden?: boolean;
  canonical?: string;
  /** Another page that says the same in another language; empty for none. */
  translationOf?: string;
}

/** Changes how a page is listed; every process follows at once, without publishing again. */
export async function updatePageListing(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; pageId: string; changes: ListingChange },
): Promise<PageListing> {
  const { workspaceId, pageId, changes } = input;
  const canonical = changes.canonical === undefined ? undefined : readCanonical(changes.canonical);
  return deps.transact(async (tx) => {
    await getPageSummary(deps, workspaceId, pageId, tx);
    const now = deps.clock.now();
    const known = (await selectListing(tx, workspaceId, pageId)) ?? newPageListing;
    let translationGroup = known.translationGroup;
    if (changes.translationOf !== undefined) {
      translationGroup = "";
      if (changes.translationOf) {
        const other = await getPageSummary(deps, workspaceId, changes.translationOf, tx);
        if (other.id === pageId) {
          const message = "A page is no translation of itself. Choose another one.";
          throw new DomainError("invalid", "translation_of_itself", message, {
            fields: { translationOf: message },
          });
        }
        const listing = (await selectListing(tx, workspaceId, other.id)) ?? newPageListing;
        translationGroup = listing.translationGroup || deps.ids.next();
        if (!listing.translationGroup) {
          await saveListing(tx, workspaceId, other.id, { ...listing, translationGroup }, now);
        }
      }
    }
    const next: PageListing = {
      hidden: changes.hidden ?? known.hidden,
      canonical: canonical ?? known.canonical,
      translationGroup,
      shareFileId: known.shareFileId,
    };
    await saveListing(tx, workspaceId, pageId, next, now);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "page:listing",
      targetKind: "page",
      targetId: pageId,
      detail: { ...next },
    });
    await announceEdgeChange(deps, tx, { kind: "publication", workspaceId, ref: pageId });
    return next;
  });
}
