import type { Deps } from "../deps";
import { listFailedRows } from "./failed-queries.server";

export type FailedDelivery = Awaited<ReturnType<typeof listFailedRows>>[number];

/** Whom a campaign did not reach, and what the mail server said. */
export async function listFailed(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  campaignId: string,
  page: { cursor?: string; limit: number },
): Promise<{ rows: FailedDelivery[]; nextCursor: string | undefined }> {
  const found = await listFailedRows(deps.db, workspaceId, campaignId, {
    after: page.cursor ?? "",
    limit: page.limit + 1,
  });
  const rows = found.slice(0, page.limit);
  return { rows, nextCursor: found.length > page.limit ? rows.at(-1)?.id : undefined };
}
