import type { Deps } from "../deps";
import { pageToken } from "../tracking/page-token.server";

/** The one script of a hosted page: views, proof of work, consent. It learns from its own tag which version it is on. */
export const visitorScript = (
  deps: Pick<Deps, "keys">,
  on: { workspaceId: string; pageId: string; pageVersionId: string; siteId: string },
) => ({
  url: "/_foyer/v1.js",
  attributes: { "data-page": pageToken(deps, on) },
});
