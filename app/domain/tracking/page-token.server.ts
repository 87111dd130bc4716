import { LRUCache } from "lru-cache";
import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { Deps } from "../deps";
import { tokenTypes } from "../keys/token-types";

export interface PageTokenBody {
  workspaceId: string;
  pageId: string;
  pageVersionId: string;
  siteId: string;
}

/**
 * Names a published page to the visitor script (attribute `data-page`), so that a view is recorded
 * without a look-up and only for pages that exist.
 */
export function pageToken(deps: Pick<Deps, "keys">, body: PageTokenBody): string {
  const bytes = Buffer.concat(
    [body.workspaceId, body.pageId, body.pageVersionId, body.siteId].map((id) => idToBytes(id)),
  );
  return signToken(deps.keys.platform("token"), tokenTypes.page, bytes);
}

/** Reads tokens; those of pages in use are remembered, since every visitor of a page sends the same one. */
export function createPageTokenReader(deps: Pick<Deps, "keys">) {
  const known = new LRUCache<string, PageTokenBody>({ max: 5000 });
  return (token: string): PageTokenBody | undefined => {
    const seen = known.get(token);
    if (seen) return seen;
    const bytes = verifyToken((shortId) => deps.keys.secretByShortId(shortId), tokenTypes.page, token);
    if (bytes?.length !== 64) return undefined;
    const [workspaceId = "", pageId = "", pageVersionId = "", siteId = ""] = [0, 16, 32, 48].map((start) =>
      bytesToId(bytes.subarray(start, start + 16)),
    );
    const body = { workspaceId, pageId, pageVersionId, siteId };
    known.set(token, body);
    return body;
  };
}
