import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { deletePage } from "../pages/delete-page.server";
import { unpublishPage } from "./unpublish-page.server";

/** Takes a page offline and removes it, in one step; it can be restored as a draft for 30 days. */
export const removePage = (
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; pageId: string },
): Promise<void> =>
  deps.transact(async (tx) => {
    await unpublishPage(deps, actor, input, tx);
    await deletePage(deps, actor, input, tx);
  });
