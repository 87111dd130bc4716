import type { Executor } from "~db/schema/executor";
import { announcePeopleGo as announce, type PeopleNews } from "./workspace-queries.server";

/** Notes from when on people go by their age, and that the owners were told just now. False when they were told meanwhile. */
export const announcePeopleGo = (
  tx: Executor,
  input: { workspaceId: string; known: PeopleNews; from: number; toldAt: number },
): Promise<boolean> => announce(tx, input.workspaceId, input.known, input);
