import type { Deps } from "../deps";
import { everyHash } from "./address-hash.server";
import type { Suppression, SuppressionReason } from "./suppression";
import { countStandingRows, listLatestRows } from "./suppression-queries.server";

export interface SuppressionChoice {
  /** A whole address: only its hash is kept. */
  email?: string;
  reason?: SuppressionReason;
  /** Absent: both. */
  state?: "standing" | "lifted";
}

const cursorShape = /^(\d{1,15})\.([0-9a-f]{32})\.([0-9A-Z]{0,26})$/;

/** The latest first. */
export async function listLatestSuppressions(
  deps: Pick<Deps, "db" | "keys">,
  workspaceId: string,
  { email, cursor, limit, ...choice }: SuppressionChoice & { cursor?: string | undefined; limit: number },
): Promise<{ rows: Suppression[]; nextCursor: string | undefined }> {
  const addressHashes = email
    ? everyHash(await deps.keys.everyOfWorkspace(deps.db, workspaceId, "suppression"), email)
    : undefined;
  const [, createdAt, addressHash, topicId = ""] = cursorShape.exec(cursor ?? "") ?? [];
  const found = await listLatestRows(deps.db, workspaceId, {
    ...choice,
    addressHashes,
    before: addressHash ? { createdAt: Number(createdAt), addressHash, topicId } : undefined,
    limit: limit + 1,
  });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    nextCursor:
      found.length > limit && last ? `${last.createdAt}.${last.addressHash}.${last.topicId}` : undefined,
  };
}

/** How many stand, by their reasons. */
export const countSuppressions = (deps: Pick<Deps, "reader">, workspaceId: string) =>
  countStandingRows(deps.reader, workspaceId);
