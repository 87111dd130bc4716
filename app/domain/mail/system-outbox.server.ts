import { readFile } from "node:fs/promises";
import path from "node:path";
import { platformScope } from "~/lib/ids";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findOutboxRow, listOutboxRows, type OutboxRow } from "./outbox-queries.server";

/** Account messages in the built-in outbox, newest first: for the command line only, since they hold links that open accounts. */
export const listSystemOutbox = (deps: Pick<Deps, "db">, limit: number): Promise<OutboxRow[]> =>
  listOutboxRows(deps.db, platformScope, { audiences: ["system"], limit });

/** One of them as it would have left. */
export async function readSystemMessage(deps: Pick<Deps, "db" | "config">, id: string): Promise<string> {
  const row = await findOutboxRow(deps.db, platformScope, id);
  if (!row)
    throw new DomainError("not_found", "message_not_found", "There is no such message in the outbox.");
  return readFile(path.join(deps.config.data.folder, row.file), "utf8");
}
