import type { Insertable } from "kysely";
import { insertMissing } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { ThirdParty } from "./third-party";
import { loadedBy, thirdPartyOf } from "./third-party-row";

const fieldsOf = (party: Omit<ThirdParty, "id">) => ({
  site_id: party.siteId,
  name: party.name,
  vendor: party.vendor,
  purpose: party.purpose,
  category: party.category,
  ...loadedBy(party),
});

export async function listThirdPartyRows(db: Executor, workspaceId: string): Promise<ThirdParty[]> {
  const rows = await db
    .selectFrom("third_parties")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id")
    .limit(100)
    .execute();
  return rows.map(thirdPartyOf);
}

export const insertThirdParty = (db: Executor, workspaceId: string, party: ThirdParty, now: number) =>
  db
    .insertInto("third_parties")
    .values({ workspace_id: workspaceId, id: party.id, ...fieldsOf(party), created_at: now, updated_at: now })
    .execute();

export async function updateThirdPartyRow(
  db: Executor,
  workspaceId: string,
  party: ThirdParty,
  now: number,
): Promise<boolean> {
  const updated = await db
    .updateTable("third_parties")
    .set({ ...fieldsOf(party), updated_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", party.id)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export async function deleteThirdPartyRow(db: Executor, workspaceId: string, id: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom("third_parties")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows) > 0;
}

/** Each text once. */
export const insertWording = (db: Executor, row: Insertable<Database["cookie_wordings"]>) =>
  insertMissing(db, "cookie_wordings", [row]);
