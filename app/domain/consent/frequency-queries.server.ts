import { upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";

/** Days by address, for those who chose. */
export async function findFrequencies(
  db: Executor,
  workspaceId: string,
  addressHashes: readonly string[],
): Promise<Map<string, number>> {
  if (addressHashes.length === 0) return new Map();
  const rows = await db
    .selectFrom("mail_frequencies")
    .select(["address_hash", "every_days"])
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "in", [...addressHashes])
    .execute();
  return new Map(rows.map((row) => [row.address_hash, row.every_days]));
}

export async function saveFrequency(
  db: Executor,
  workspaceId: string,
  addressHash: string,
  chosen: { everyDays: number; at: number },
): Promise<void> {
  if (chosen.everyDays === 0) {
    await db
      .deleteFrom("mail_frequencies")
      .where("workspace_id", "=", workspaceId)
      .where("address_hash", "=", addressHash)
      .execute();
    return;
  }
  await upsert(
    db,
    "mail_frequencies",
    [
      {
        workspace_id: workspaceId,
        address_hash: addressHash,
        every_days: chosen.everyDays,
        updated_at: chosen.at,
      },
    ],
    { key: ["workspace_id", "address_hash"], set: ["every_days", "updated_at"] },
  );
}
