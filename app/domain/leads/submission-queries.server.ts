import type { Selectable } from "kysely";
import { unindexed } from "~db/dialects/sql/unindexed";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { GivenConsent } from "./capture";
import { deleteHeldAddresses } from "./held-address-queries.server";
import type { LeadMerge, LeadSource, Submission, SubmissionState } from "./lead";

const toSubmission = (row: Selectable<Database["submissions"]>): Submission => ({
  id: row.id,
  leadId: row.lead_id,
  formId: row.form_id,
  pageId: row.page_id,
  pageVersionId: row.page_version_id,
  fields: JSON.parse(row.fields),
  source: JSON.parse(row.source) as LeadSource,
  ip: row.ip,
  state: row.state as SubmissionState,
  quarantineReason: row.quarantine_reason,
  visitId: row.visit_id,
  createdAt: row.created_at,
});

export interface HeldSubmission extends Submission {
  consents: GivenConsent[];
}

/** Submissions of a lead, newest first. */
export async function listSubmissionRows(
  db: Executor,
  workspaceId: string,
  leadId: string,
  limit: number,
): Promise<Submission[]> {
  const rows = await db
    .selectFrom("submissions")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("lead_id", "=", leadId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toSubmission);
}

export async function listMergeRows(
  db: Executor,
  workspaceId: string,
  leadId: string,
  limit: number,
): Promise<LeadMerge[]> {
  const rows = await db
    .selectFrom("lead_merges")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("lead_id", "=", leadId)
    .orderBy(unindexed("id"), "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    submissionId: row.submission_id,
    changes: JSON.parse(row.changes),
    createdAt: row.created_at,
  }));
}

export async function findSubmissionRow(
  db: Executor,
  workspaceId: string,
  submissionId: string,
): Promise<Submission | undefined> {
  const row = await db
    .selectFrom("submissions")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", submissionId)
    .executeTakeFirst();
  return row && toSubmission(row);
}

export async function findHeld(
  db: Executor,
  workspaceId: string,
  submissionId: string,
): Promise<HeldSubmission | undefined> {
  const row = await db
    .selectFrom("submissions")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", submissionId)
    .where("state", "=", "quarantined")
    .executeTakeFirst();
  return row && { ...toSubmission(row), consents: JSON.parse(row.held_consents) };
}

/** A submission in the order in which they came. */
export interface HeldPlace {
  createdAt: number;
  id: string;
}

/** The newest first, those before `after`. State by state: an index has each in this order, and both at once in none. */
export async function listHeldRows(
  db: Executor,
  workspaceId: string,
  page: { after?: HeldPlace | undefined; limit: number; rejected?: boolean },
): Promise<Submission[]> {
  const { after } = page;
  const ofState = async (state: "quarantined" | "rejected") => {
    let query = db
      .selectFrom("submissions")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("state", "=", state);
    if (after) {
      query = query
        .where("created_at", "<=", after.createdAt)
        .where((e) => e.or([e("created_at", "<", after.createdAt), e("id", "<", after.id)]));
    }
    return query.orderBy("created_at", "desc").orderBy("id", "desc").limit(page.limit).execute();
  };
  const rows = await ofState("quarantined");
  if (page.rejected) rows.push(...(await ofState("rejected")));
  rows.sort((one, other) => other.created_at - one.created_at || (one.id < other.id ? 1 : -1));
  return rows.slice(0, page.limit).map(toSubmission);
}

export async function countHeldRows(db: Executor, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom("submissions")
    .select((e) => e.fn.countAll().as("count"))
    .where("workspace_id", "=", workspaceId)
    .where("state", "=", "quarantined")
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** False when it was decided meanwhile. */
export async function releaseHeld(
  db: Executor,
  workspaceId: string,
  submissionId: string,
  leadId: string,
): Promise<boolean> {
  const updated = await db
    .updateTable("submissions")
    .set({ state: "accepted", lead_id: leadId, held_consents: "[]" })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", submissionId)
    .where("state", "=", "quarantined")
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) return false;
  await deleteHeldAddresses(db, workspaceId, [submissionId]);
  return true;
}

/** Moves submissions from one state to another; the ids of those that were in the first. */
export async function moveSubmissions(
  db: Executor,
  workspaceId: string,
  submissionIds: readonly string[],
  { from, to }: { from: SubmissionState; to: SubmissionState },
): Promise<string[]> {
  if (submissionIds.length === 0) return [];
  const found = await db
    .selectFrom("submissions")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...submissionIds])
    .where("state", "=", from)
    .execute();
  const ids = found.map((row) => row.id);
  if (ids.length === 0) return [];
  await db
    .updateTable("submissions")
    .set({ state: to })
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", ids)
    .where("state", "=", from)
    .execute();
  return ids;
}

/** What is accepted meanwhile stays. */
export async function deleteHeldRows(
  db: Executor,
  workspaceId: string,
  submissionIds: readonly string[],
): Promise<void> {
  if (submissionIds.length === 0) return;
  await deleteHeldAddresses(db, workspaceId, submissionIds);
  await db
    .deleteFrom("submissions")
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...submissionIds])
    .where("state", "in", ["quarantined", "rejected"])
    .execute();
}

export async function listHeldIdsBefore(
  db: Executor,
  workspaceId: string,
  before: number,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom("submissions")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("state", "in", ["quarantined", "rejected"])
    .where("created_at", "<", before)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
