import type { Deps } from "../deps";
import { everyHash } from "./address-hash.server";
import type { Suppression } from "./suppression";
import { listSuppressionRows } from "./suppression-queries.server";

/** The list of a workspace, or of one address, lifted rows among them. */
export async function listSuppressions(
  deps: Pick<Deps, "db" | "keys">,
  workspaceId: string,
  { email, cursor, limit }: { email?: string; cursor?: string; limit: number },
): Promise<{ rows: Suppression[]; nextCursor: string | undefined }> {
  const addressHashes = email
    ? everyHash(await deps.keys.everyOfWorkspace(deps.db, workspaceId, "suppression"), email)
    : undefined;
  const [addressHash = "", topicId = ""] = (cursor ?? "").split(".");
  const rows = await listSuppressionRows(deps.db, workspaceId, {
    addressHashes,
    after: cursor ? { addressHash, topicId } : undefined,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page,
    nextCursor: rows.length > limit && last ? `${last.addressHash}.${last.topicId}` : undefined,
  };
}
