import type { Deps } from "../deps";
import type { PrivacyRequest } from "./privacy-request";
import { listRequestRows } from "./privacy-request-queries.server";

/** Confirmed requests, newest first; `cursor` is the id of the last one seen. */
export async function listPrivacyRequests(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: PrivacyRequest[]; nextCursor: string | undefined }> {
  const found = await listRequestRows(deps.db, workspaceId, { before: cursor, limit: limit + 1 });
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? rows.at(-1)?.id : undefined };
}
