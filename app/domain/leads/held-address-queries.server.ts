import type { Insertable } from "kysely";
import { insertMissing } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";

type HeldAddressRow = Insertable<Database["held_addresses"]>;

export const insertHeldAddresses = (db: Executor, rows: readonly HeldAddressRow[]): Promise<void> =>
  insertMissing(db, "held_addresses", rows);

/** Ids of what is held with one of these addresses in it. */
export async function listHeldWith(
  db: Executor,
  workspaceId: string,
  addressHashes: readonly string[],
): Promise<string[]> {
  if (addressHashes.length === 0) return [];
  const rows = await db
    .selectFrom("held_addresses")
    .select("submission_id")
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "in", [...addressHashes])
    .execute();
  return [...new Set(rows.map((row) => row.submission_id))];
}

export async function deleteHeldAddresses(
  db: Executor,
  workspaceId: string,
  submissionIds: readonly string[],
): Promise<void> {
  if (submissionIds.length === 0) return;
  await db
    .deleteFrom("held_addresses")
    .where("workspace_id", "=", workspaceId)
    .where("submission_id", "in", [...submissionIds])
    .execute();
}
