import type { Executor } from "~db/schema/executor";
import { mentionedFileIds } from "./file";
import { deleteUses, insertUses } from "./file-queries.server";

export interface FileUser {
  /** What mentions the files. */
  kind: "page" | "version" | "section" | "campaign" | "site" | "testimonial";
  id: string;
}

/** Keeps every file that `text` mentions for as long as the user is not forgotten. In the caller's transaction. */
export async function noteFileUses(
  tx: Executor,
  workspaceId: string,
  user: FileUser,
  text: string,
): Promise<void> {
  const ids = mentionedFileIds(text);
  await insertUses(
    tx,
    ids.map((file_id) => ({ workspace_id: workspaceId, file_id, user_kind: user.kind, user_id: user.id })),
  );
}

/** The user mentions none of its files any more; those that nobody else mentions go after a while. */
export const forgetFileUses = (tx: Executor, workspaceId: string, user: FileUser): Promise<void> =>
  deleteUses(tx, workspaceId, user);
