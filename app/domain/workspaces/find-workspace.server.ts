import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { Workspace } from "./workspace";
import { findWorkspaceRowById, findWorkspaceRowBySlug } from "./workspace-queries.server";

/** Inside a transaction give it as `db`. */
export const findWorkspaceById = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  db: Executor = deps.db,
): Promise<Workspace | undefined> => findWorkspaceRowById(db, workspaceId);

export const findWorkspaceBySlug = (
  deps: Pick<Deps, "db">,
  slug: string,
  db: Executor = deps.db,
): Promise<Workspace | undefined> => findWorkspaceRowBySlug(db, slug);

/** For use cases that already hold a database or an open transaction. */
export async function getWorkspace(db: Executor, workspaceId: string): Promise<Workspace> {
  const workspace = await findWorkspaceRowById(db, workspaceId);
  if (!workspace) throw new DomainError("not_found", "workspace_not_found", "There is no such workspace.");
  return workspace;
}
