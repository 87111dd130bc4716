import { exportedTables } from "~db/data-map";
import type { Executor } from "~db/schema/executor";
import { refuseArchive } from "./open-archive.server";
import { countTableRows } from "./table-rows-queries.server";

/** May hold rows before an import: made with the workspace itself. */
const ownFromStart = new Set(["workspaces", "memberships", "audit_entries", "audit_details", "sites"]);

/** Where the name of a table would say nothing to people. */
const inWords: Record<string, string> = {
  standing_actions: "decisions of the operator",
  terminations: "been about to close before",
};

/** What a workspace holds already, in a word; undefined when an archive may be put into it. */
export async function findContents(db: Executor, workspaceId: string): Promise<string | undefined> {
  for (const entry of exportedTables) {
    if (ownFromStart.has(entry.name)) continue;
    if ((await countTableRows(db, entry, workspaceId)) > 0)
      return inWords[entry.name] ?? entry.name.replaceAll("_", " ");
  }
  return undefined;
}

export async function requireEmpty(db: Executor, workspaceId: string): Promise<void> {
  const contents = await findContents(db, workspaceId);
  if (contents === undefined) return;
  throw refuseArchive(
    "workspace_not_empty",
    `The workspace is not empty: it has ${contents}. Make a new one for the archive.`,
  );
}
