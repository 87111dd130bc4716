import type { Executor } from "~db/schema/executor";
import type { Sender } from "./sender";
import { findSenderRow } from "./sender-queries.server";

/** Takes an open transaction as well. */
export const findSender = (
  db: Executor,
  workspaceId: string,
  senderId: string,
): Promise<Sender | undefined> =>
  senderId ? findSenderRow(db, workspaceId, senderId) : Promise.resolve(undefined);
