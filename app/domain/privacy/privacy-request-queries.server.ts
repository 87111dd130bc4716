import type { Insertable, Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { PrivacyRequest, RequestKind, RequestState } from "./privacy-request";

const toRequest = (row: Selectable<Database["privacy_requests"]>): PrivacyRequest => ({
  id: row.id,
  workspaceId: row.workspace_id,
  kind: row.kind as RequestKind,
  email: row.email,
  name: row.name,
  message: row.message,
  state: row.state as RequestState,
  createdAt: row.created_at,
  confirmedAt: row.confirmed_at ?? undefined,
  dueAt: row.due_at ?? undefined,
  closedAt: row.closed_at ?? undefined,
  answer: row.answer,
  locale: row.locale,
});

export const insertRequest = (db: Executor, row: Insertable<Database["privacy_requests"]>) =>
  db.insertInto("privacy_requests").values(row).execute();

export async function findRequestRow(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<(PrivacyRequest & { addressHash: string }) | undefined> {
  const row = await db
    .selectFrom("privacy_requests")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { ...toRequest(row), addressHash: row.address_hash };
}

/** Confirmed ones, newest first; `before` is the id of the last one seen. */
export async function listRequestRows(
  db: Executor,
  workspaceId: string,
  page: { before: string | undefined; limit: number },
): Promise<PrivacyRequest[]> {
  let query = db
    .selectFrom("privacy_requests")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("state", "!=", "unconfirmed")
    .orderBy("id", "desc")
    .limit(page.limit);
  if (page.before) query = query.where("id", "<", page.before);
  return (await query.execute()).map(toRequest);
}

interface Order {
  states: readonly string[];
  column: "due_at" | "closed_at";
  direction: "asc" | "desc";
}

const listInOrder =
  ({ states, column, direction }: Order) =>
  /** `after` is the id of the last one seen. */
  async (
    db: Executor,
    workspaceId: string,
    page: { after: string | undefined; limit: number },
  ): Promise<PrivacyRequest[]> => {
    const last = page.after ? await findRequestRow(db, workspaceId, page.after) : undefined;
    let query = db
      .selectFrom("privacy_requests")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("state", "in", [...states])
      .orderBy(column, direction)
      .orderBy("id", direction)
      .limit(page.limit);
    if (last) {
      const place = (column === "due_at" ? last.dueAt : last.closedAt) ?? 0;
      const beyond = direction === "asc" ? ">" : "<";
      query = query.where((e) =>
        e.or([e(column, beyond, place), e.and([e(column, "=", place), e("id", beyond, last.id)])]),
      );
    }
    return (await query.execute()).map(toRequest);
  };

/** Those that wait for an answer, the nearest deadline first. */
export const listOpenRows = listInOrder({ states: ["open"], column: "due_at", direction: "asc" });

/** Answered ones, the latest answer first. */
export const listAnsweredRows = listInOrder({
  states: ["done", "refused"],
  column: "closed_at",
  direction: "desc",
});

export async function countOpenRows(
  db: Executor,
  workspaceId: string,
): Promise<{ open: number; nextDueAt: number | undefined }> {
  const row = await db
    .selectFrom("privacy_requests")
    .select((e) => [e.fn.countAll().as("open"), e.fn.min("due_at").as("next")])
    .where("workspace_id", "=", workspaceId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return { open: Number(row?.open ?? 0), nextDueAt: row?.next == null ? undefined : Number(row.next) };
}

/** Compare-and-set on the state; false when it was another one. */
export async function changeRequestState(
  db: Executor,
  request: { workspaceId: string; id: string; from: RequestState },
  changes: Partial<Selectable<Database["privacy_requests"]>> & { state: RequestState },
): Promise<boolean> {
  const changed = await db
    .updateTable("privacy_requests")
    .set(changes)
    .where("workspace_id", "=", request.workspaceId)
    .where("id", "=", request.id)
    .where("state", "=", request.from)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

export const removeUnconfirmedBefore = (db: Executor, before: number) =>
  db
    .deleteFrom("privacy_requests")
    .where("state", "=", "unconfirmed")
    .where("created_at", "<", before)
    .execute();
