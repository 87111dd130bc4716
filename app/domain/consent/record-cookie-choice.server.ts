import type { Deps } from "../deps";
import { insertCookieChoice } from "./consent-queries.server";
import type { BrowserSignals, CookieGrants } from "./cookie-choice";
import { type CookieOffer, offerText } from "./cookie-offer.server";
import { insertWording } from "./third-party-queries.server";

export interface CookieChoiceInput extends BrowserSignals {
  workspaceId: string;
  siteId: string;
  pageVersionId: string;
  grants: CookieGrants;
  wordingVersion: string;
  /** What was asked; undefined where nothing is. */
  offer?: CookieOffer;
}

type ChoiceDeps = Pick<Deps, "db" | "clock" | "ids">;

async function keepWording(deps: ChoiceDeps, workspaceId: string, offer: CookieOffer): Promise<string> {
  const { text, hash } = offerText(offer);
  await insertWording(deps.db, {
    workspace_id: workspaceId,
    hash,
    language: offer.language,
    text,
    first_at: deps.clock.now(),
  });
  return hash;
}

/** Proof of what a visitor chose, and of what there was to read; carries nothing that names the visitor. */
export async function recordCookieChoice(deps: ChoiceDeps, input: CookieChoiceInput): Promise<void> {
  const wordingHash = input.offer ? await keepWording(deps, input.workspaceId, input.offer) : "";
  const bit = (is: boolean) => (is ? 1 : 0);
  await insertCookieChoice(deps.db, {
    workspace_id: input.workspaceId,
    id: deps.ids.next(),
    site_id: input.siteId,
    page_version_id: input.pageVersionId,
    functional: bit(input.grants.functional),
    analytics: bit(input.grants.analytics),
    marketing: bit(input.grants.marketing),
    gpc: bit(input.gpc),
    dnt: bit(input.dnt),
    wording_version: input.wordingVersion,
    wording_hash: wordingHash,
    at: deps.clock.now(),
  });
}
