import type { Deps } from "../deps";
import { lastDownloadsBefore } from "./lead-file-queries.server";
import { noteHeard } from "./note-heard.server";

const atOnce = 500;

/** Keeps when people last fetched something, before the notes of it from before a moment go. */
export async function noteDownloaded(
  deps: Pick<Deps, "db" | "reader">,
  workspaceId: string,
  before: number,
): Promise<void> {
  for (let after = ""; ; ) {
    const last = await lastDownloadsBefore(deps.reader, workspaceId, before, { after, limit: atOnce });
    await noteHeard(deps.db, workspaceId, new Map(last.map(({ leadId, at }) => [leadId, at])));
    if (last.length < atOnce) return;
    after = last.at(-1)?.leadId ?? "";
  }
}
