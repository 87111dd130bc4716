import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { Export } from "./export";
import { findExportRow, listExportRows } from "./export-queries.server";

export async function findExport(deps: Pick<Deps, "db">, workspaceId: string, id: string): Promise<Export> {
  const found = await findExportRow(deps.db, workspaceId, id);
  if (!found) throw new DomainError("not_found", "export_not_found", "There is no such export.");
  return found;
}

/** Newest first. */
export const listExports = (deps: Pick<Deps, "db">, workspaceId: string, limit = 20): Promise<Export[]> =>
  listExportRows(deps.db, workspaceId, limit);
