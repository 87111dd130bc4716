import type { Executor } from "~db/schema/executor";
import { announcePeopleGo as announce } from "./workspace-queries.server";

/** Notes from when on people go by their age. False when the owners were told before. */
export const announcePeopleGo = (
  tx: Executor,
  input: { workspaceId: string; from: number },
): Promise<boolean> => announce(tx, input.workspaceId, input.from);
