import { upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";

export const putEditor = (
  db: Executor,
  row: { workspaceId: string; pageId: string; tabId: string; accountId: string; seenAt: number },
) =>
  upsert(
    db,
    "page_editors",
    [
      {
        workspace_id: row.workspaceId,
        page_id: row.pageId,
        tab_id: row.tabId,
        account_id: row.accountId,
        seen_at: row.seenAt,
      },
    ],
    { key: ["workspace_id", "page_id", "tab_id"], set: ["seen_at", "account_id"] },
  );

export const selectEditors = (db: Executor, workspaceId: string, pageId: string, since: number) =>
  db
    .selectFrom("page_editors")
    .select(["tab_id", "account_id", "seen_at"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("seen_at", ">=", since)
    .orderBy("seen_at", "desc")
    .limit(50)
    .execute();

export const deleteEditor = (db: Executor, workspaceId: string, pageId: string, tabId: string) =>
  db
    .deleteFrom("page_editors")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("tab_id", "=", tabId)
    .execute();

/** Of every workspace: tabs that were closed without a word. */
export const deleteEditorsBefore = (db: Executor, before: number) =>
  db.deleteFrom("page_editors").where("seen_at", "<", before).execute();
