import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { countOperators } from "./account-queries.server";
import { issueAccountToken } from "./issue-account-token.server";

/**
 * The one-time address where the first operator is made, for printing at the start; undefined once there is one.
 * An earlier link stops working.
 */
export async function createSetupLink(
  deps: Deps,
  _actor: Actor,
  _input: Record<never, never> = {},
): Promise<string | undefined> {
  return deps.transact(async (tx) => {
    if ((await countOperators(tx)) > 0) return undefined;
    const token = await issueAccountToken(deps, tx, { accountId: "", purpose: "first_operator" });
    return deps.urls.app(`/setup/${token}`);
  });
}
