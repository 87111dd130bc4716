import { findWorkspaceById, findWorkspaceBySlug } from "~/domain/workspaces/find-workspace.server";
import type { Workspace } from "~/domain/workspaces/workspace";
import { storedId } from "~/lib/ids";
import type { ServerDeps } from "../server-deps";
import { CommandFailure } from "./command";

/** By its slug, or by its id with or without prefix. */
export async function findNamedWorkspace(deps: ServerDeps, named: string): Promise<Workspace> {
  const id = storedId("workspace", named);
  const workspace =
    (await findWorkspaceBySlug(deps, named)) ?? (id ? await findWorkspaceById(deps, id) : undefined);
  if (!workspace) throw new CommandFailure(`There is no workspace with the slug or id "${named}".`);
  return workspace;
}
