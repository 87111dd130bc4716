import type { Deps } from "../deps";
import { listWorkspacesOfAccount } from "./membership-queries.server";
import type { Workspace } from "./workspace";
import { listWorkspaceRows, type WorkspaceFilter } from "./workspace-queries.server";

/** What a person may enter, by name. */
export const listOwnWorkspaces = (deps: Pick<Deps, "db">, accountId: string) =>
  listWorkspacesOfAccount(deps.db, accountId);

/** Every workspace of the instance, for operators; oldest first. */
export const listAllWorkspaces = (
  deps: Pick<Deps, "db">,
  page: { after?: string; limit: number } & WorkspaceFilter,
): Promise<Workspace[]> => listWorkspaceRows(deps.db, { ...page, after: page.after ?? "" });
