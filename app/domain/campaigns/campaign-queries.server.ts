import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import { containsPattern } from "~db/dialects/sql/search";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import { type Campaign, type CampaignState, mayMove } from "./campaign";

type Row = Selectable<Database["campaigns"]>;
const listColumns = [
  "id",
  "name",
  "subject",
  "preheader",
  "sender_id",
  "topic_id",
  "segment_id",
  "revision",
  "state",
  "version_id",
  "candidates",
  "send_at",
  "created_at",
  "updated_at",
  "started_at",
  "finished_at",
  "paused_by",
] as const;

const toCampaign = (row: Pick<Row, (typeof listColumns)[number]>): Campaign => ({
  id: row.id,
  name: row.name,
  subject: row.subject,
  preheader: row.preheader,
  senderId: row.sender_id,
  topicId: row.topic_id,
  segmentId: row.segment_id,
  revision: row.revision,
  state: row.state as CampaignState,
  versionId: row.version_id,
  candidates: row.candidates,
  sendAt: row.send_at ?? undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  startedAt: row.started_at ?? undefined,
  finishedAt: row.finished_at ?? undefined,
  pausedBy: row.paused_by,
});

export const insertCampaign = (db: Executor, row: Insertable<Database["campaigns"]>) =>
  db.insertInto("campaigns").values(row).execute();

export async function findCampaignRow(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<Campaign | undefined> {
  const row = await db
    .selectFrom("campaigns")
    .select(listColumns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toCampaign(row);
}

export async function findDocument(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("campaigns")
    .select("document")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.document;
}

/** Newest first; `before` is the id of the last one seen. */
export async function listCampaignRows(
  db: Executor,
  workspaceId: string,
  page: { q?: string; state?: string; before?: string; limit: number },
): Promise<Campaign[]> {
  let query = db
    .selectFrom("campaigns")
    .select(listColumns)
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(page.limit);
  if (page.before) query = query.where("id", "<", page.before);
  if (page.state) query = query.where("state", "=", page.state);
  if (page.q) {
    const pattern = containsPattern(page.q.toLowerCase());
    query = query.where((e) => e.or([contains("name", pattern), contains("subject", pattern)]));
  }
  return (await query.execute()).map(toCampaign);
}

const contains = (column: "name" | "subject", pattern: string) =>
  sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '!'`;

/** Saves a draft that nobody changed meanwhile; false when it is another revision or no draft any more. */
export async function saveDraft(
  db: Executor,
  workspaceId: string,
  id: string,
  revision: number,
  changes: Updateable<Database["campaigns"]>,
): Promise<boolean> {
  const changed = await db
    .updateTable("campaigns")
    .set({ ...changes, revision: revision + 1 })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .where("state", "=", "draft")
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

/** Compare-and-set of the state, along the moves a campaign may make; staying in a state changes its times only. */
export async function moveCampaign(
  db: Executor,
  workspaceId: string,
  id: string,
  from: CampaignState,
  changes: Updateable<Database["campaigns"]> & { state: CampaignState },
  revision?: number,
): Promise<boolean> {
  if (from !== changes.state && !mayMove(from, changes.state)) {
    throw new Error(`A campaign does not go from ${from} to ${changes.state}`);
  }
  let query = db
    .updateTable("campaigns")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("state", "=", from);
  if (revision !== undefined) query = query.where("revision", "=", revision);
  const changed = await query.executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

export async function findAudienceCursor(db: Executor, workspaceId: string, id: string) {
  return db
    .selectFrom("campaigns")
    .select(["audience_cursor", "candidates", "state", "segment_id", "topic_id", "started_at", "send_at"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Moves on in the audience; false when another process has done this page. */
export async function advanceAudience(
  db: Executor,
  workspaceId: string,
  id: string,
  from: { cursor: string; candidates: number },
  to: { cursor: string; candidates: number },
): Promise<boolean> {
  const changed = await db
    .updateTable("campaigns")
    .set({ audience_cursor: to.cursor, candidates: to.candidates })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("state", "=", "preparing")
    .where("audience_cursor", "=", from.cursor)
    .where("candidates", "=", from.candidates)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

export async function deleteDraft(db: Executor, workspaceId: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom("campaigns")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("state", "=", "draft")
    .executeTakeFirst();
  return Number(gone.numDeletedRows) > 0;
}

/** Across workspaces: what the engine works on. */
export async function listCampaignsInState(
  db: Executor,
  states: readonly CampaignState[],
  limit: number,
): Promise<{ workspaceId: string; id: string; state: CampaignState; versionId: string }[]> {
  const rows = await db
    .selectFrom("campaigns")
    .select(["workspace_id", "id", "state", "version_id"])
    .where("state", "in", [...states])
    .where("finished_at", "is", null)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    id: row.id,
    state: row.state as CampaignState,
    versionId: row.version_id,
  }));
}

export const listDueCampaigns = (db: Executor, now: number, limit: number) =>
  db
    .selectFrom("campaigns")
    .select(["workspace_id", "id"])
    .where("state", "=", "scheduled")
    .where("send_at", "<=", now)
    .limit(limit)
    .execute();

export const insertVersion = (db: Executor, row: Insertable<Database["campaign_versions"]>) =>
  db.insertInto("campaign_versions").values(row).execute();

export const findVersionRow = (db: Executor, workspaceId: string, id: string) =>
  db
    .selectFrom("campaign_versions")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
