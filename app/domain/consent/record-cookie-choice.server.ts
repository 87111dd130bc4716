import type { Deps } from "../deps";
import { insertCookieChoice } from "./consent-queries.server";

export interface CookieChoiceInput {
  workspaceId: string;
  siteId: string;
  pageVersionId: string;
  analytics: boolean;
  marketing: boolean;
  /** The browser sent Global Privacy Control. */
  gpc: boolean;
  wordingVersion: string;
}

/** Proof of what a visitor chose; carries nothing that names the visitor. */
export async function recordCookieChoice(
  deps: Pick<Deps, "db" | "clock" | "ids">,
  input: CookieChoiceInput,
): Promise<void> {
  await insertCookieChoice(deps.db, {
    workspace_id: input.workspaceId,
    id: deps.ids.next(),
    site_id: input.siteId,
    page_version_id: input.pageVersionId,
    analytics: input.analytics ? 1 : 0,
    marketing: input.marketing ? 1 : 0,
    gpc: input.gpc ? 1 : 0,
    wording_version: input.wordingVersion,
    at: deps.clock.now(),
  });
}
