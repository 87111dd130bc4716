import type { Deps } from "../deps";
import type { ApiKey } from "./api-key";
import { listKeyRows } from "./api-key-queries.server";

/** Keys of a workspace, newest first, revoked ones too. */
export const listApiKeys = (deps: Pick<Deps, "db">, workspaceId: string): Promise<ApiKey[]> =>
  listKeyRows(deps.db, workspaceId);
