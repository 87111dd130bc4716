import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findOutboxRow, listOutboxRows, type OutboxRow } from "./outbox-queries.server";

/** Marketing and test messages that the built-in outbox keeps for a workspace, newest first. Never account mail. */
export async function listWorkspaceOutbox(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ rows: OutboxRow[]; nextCursor: string | undefined }> {
  const audiences = ["marketing", "test"];
  const found = await listOutboxRows(deps.db, workspaceId, { audiences, before: cursor, limit: limit + 1 });
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? rows.at(-1)?.id : undefined };
}

/** One of them, with its bytes as they would have left. */
export async function readWorkspaceMessage(
  deps: Pick<Deps, "db" | "config">,
  workspaceId: string,
  id: string,
): Promise<{ row: OutboxRow; raw: Buffer }> {
  const row = await findOutboxRow(deps.db, workspaceId, id);
  if (!row || row.audience === "system") {
    throw new DomainError("not_found", "message_not_found", "There is no such message in the outbox.");
  }
  return { row, raw: await readFile(path.join(deps.config.data.folder, row.file)) };
}
