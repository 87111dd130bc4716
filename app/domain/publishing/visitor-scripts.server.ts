import type { PageScripts } from "~builder/document/page-script";
import type { Deps } from "../deps";
import { pageToken } from "../tracking/page-token.server";

/** Scripts of a hosted page: views, forms, proof of work. They learn from the tag that loads them which version they are on. */
export const visitorScripts = (
  deps: Pick<Deps, "keys">,
  on: { workspaceId: string; pageId: string; pageVersionId: string; siteId: string },
): PageScripts => ({
  folder: "/_foyer/",
  attributes: { "data-page": pageToken(deps, on) },
});
