import type { Insertable, Selectable } from "kysely";
import { idFloor } from "~/lib/id-floor";
import { insertRows } from "~db/dialects/sql/insert-rows";
import { likelyEmpty } from "~db/dialects/sql/likely-empty";
import { upsert } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";

export { isDuplicateKey, isUnavailable } from "~db/dialects/sql/errors";

export type LeadRow = Selectable<Database["leads"]>;
export type NewLeadRow = Insertable<Database["leads"]>;
export type NewSubmissionRow = Insertable<Database["submissions"]>;

/** What may have been sent before: its key, and its merge key where it has an address. */
export interface PossibleRepeat {
  dedupeKey: string;
  emailKey: string;
}

/** An id is made some moments before its submission is stored. */
const idMayBeOlderMs = 60_000;

/**
 * The first submission of each key since a moment. Those of leads are looked up by the lead: their keys are in no index,
 * since one more entry in random order for each submission costs more than all else about repeats. Of somebody who sent very
 * much only what is new is read: ids tell the time, and order the submissions of each lead.
 */
export async function findRepeats(
  db: Executor,
  workspaceId: string,
  asked: readonly PossibleRepeat[],
  since: number,
): Promise<Map<string, { submissionId: string; leadId: string }>> {
  const keys = [...new Set(asked.map((one) => one.dedupeKey))];
  const emailKeys = [...new Set(asked.flatMap((one) => (one.emailKey ? [one.emailKey] : [])))];
  const loose = db
    .selectFrom("submissions")
    .select(["dedupe_key", "id", "lead_id"])
    .where("workspace_id", "=", workspaceId)
    .where("loose_key", "in", keys)
    .where("created_at", ">=", since);
  // SQLite keeps the order of a cross join: by itself it would begin with all submissions of the workspace.
  const ofLeads = db
    .selectFrom("leads")
    .crossJoin("submissions")
    .select(["submissions.dedupe_key", "submissions.id", "submissions.lead_id"])
    .where("leads.workspace_id", "=", workspaceId)
    .where("leads.email_key", "in", emailKeys)
    .where("leads.last_submission_at", ">=", since)
    .where("submissions.workspace_id", "=", workspaceId)
    .whereRef("submissions.lead_id", "=", "leads.id")
    .where("submissions.id", ">=", idFloor(since - idMayBeOlderMs))
    .where("submissions.dedupe_key", "in", keys)
    .where("submissions.created_at", ">=", since);
  const repeats = emailKeys.length > 0 ? loose.unionAll(ofLeads) : loose;
  const { rows } = await db.executeQuery(likelyEmpty(repeats.compile()));
  // Sorted here: asked for in order, SQLite walks all submissions by their key instead of looking these up.
  rows.sort((a, b) => (a.id > b.id ? -1 : 1));
  return new Map(rows.map((row) => [row.dedupe_key, { submissionId: row.id, leadId: row.lead_id }]));
}

/**
 * Locks the leads of these keys by counting their revision up, then reads them.
 * Keys must be sorted: two batches then wait for each other in the same order.
 */
export async function lockLeadsByKey(
  db: Executor,
  workspaceId: string,
  sortedKeys: readonly string[],
): Promise<LeadRow[]> {
  if (sortedKeys.length === 0) return [];
  const touch = db
    .updateTable("leads")
    .set((e) => ({ revision: e("revision", "+", 1) }))
    .where("workspace_id", "=", workspaceId)
    .where("email_key", "in", [...sortedKeys]);
  const { numAffectedRows } = await db.executeQuery(likelyEmpty(touch.compile()));
  if (!numAffectedRows) return [];
  return db
    .selectFrom("leads")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("email_key", "in", [...sortedKeys])
    .execute();
}

export const insertLeads = (db: Executor, rows: readonly NewLeadRow[]) => insertRows(db, "leads", rows);

/** Writes back leads that are locked. */
export const saveLeads = (db: Executor, rows: readonly NewLeadRow[]) =>
  upsert(db, "leads", rows, {
    key: ["workspace_id", "id"],
    set: [
      "email",
      "name",
      "fields",
      "field_sources",
      "search_text",
      "submissions",
      "updated_at",
      "last_submission_at",
    ],
  });

export const insertSubmissions = (db: Executor, rows: readonly NewSubmissionRow[]) =>
  insertRows(db, "submissions", rows);

export const insertMerges = (db: Executor, rows: readonly Insertable<Database["lead_merges"]>[]) =>
  insertRows(db, "lead_merges", rows);
