import type { Deps } from "../deps";
import type { Campaign } from "./campaign";
import { listCampaignRows } from "./campaign-queries.server";

/** Newest first; `cursor` is the id of the last one seen. */
export async function listCampaigns(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  { q, state, cursor, limit }: { q?: string; state?: string; cursor?: string; limit: number },
): Promise<{ rows: Campaign[]; nextCursor: string | undefined }> {
  const found = await listCampaignRows(deps.db, workspaceId, {
    q: q?.trim(),
    state,
    before: cursor,
    limit: limit + 1,
  });
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? rows.at(-1)?.id : undefined };
}
