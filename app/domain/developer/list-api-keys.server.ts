import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import type { ApiKey } from "./api-key";
import { listKeyRows } from "./api-key-queries.server";

/** Keys of a workspace, newest first, revoked ones too. */
export const listApiKeys = (deps: Pick<Deps, "db">, workspaceId: string): Promise<ApiKey[]> =>
  listKeyRows(deps.db, workspaceId);

/** Those that a person answered for until they lost the right to. */
export async function listStoppedKeys(
  db: Executor,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
): Promise<ApiKey[]> {
  const keys = await listKeyRows(db, workspaceId);
  return keys.filter(
    ({ heldBy, stopped, revokedAt }) => heldBy === accountId && stopped && revokedAt === undefined,
  );
}
