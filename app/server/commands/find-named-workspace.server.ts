import { findWorkspaceBySlug } from "~/domain/workspaces/find-workspace.server";
import type { Workspace } from "~/domain/workspaces/workspace";
import type { ServerDeps } from "../server-deps";
import { CommandFailure } from "./command";

export async function findNamedWorkspace(deps: ServerDeps, slug: string): Promise<Workspace> {
  const workspace = await findWorkspaceBySlug(deps, slug);
  if (!workspace) throw new CommandFailure(`There is no workspace with the slug "${slug}".`);
  return workspace;
}
