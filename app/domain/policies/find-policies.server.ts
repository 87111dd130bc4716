import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { type PolicyName, type PolicyVersion, policiesToAccept, policyNames } from "./policy";
import {
  findAcceptedVersions,
  findPolicyRow,
  listPolicyHeads,
  listPolicyRows,
} from "./policy-queries.server";

/** The newest version of a policy, or the one asked for. */
export async function getPolicy(
  deps: Pick<Deps, "db">,
  input: { policy: PolicyName; version?: number },
): Promise<PolicyVersion> {
  const version = input.version ?? (await listPolicyHeads(deps.db)).get(input.policy)?.newest ?? 0;
  const found = await findPolicyRow(deps.db, input.policy, version);
  if (!found)
    throw new DomainError("not_found", "policy_not_found", "There is no such version of this policy.");
  return found;
}

/** All versions, newest first. */
export const listPolicyVersions = (deps: Pick<Deps, "db">, policy: PolicyName): Promise<PolicyVersion[]> =>
  listPolicyRows(deps.db, policy);

/** The newest version of every policy that is published. */
export async function listCurrentPolicies(deps: Pick<Deps, "db">): Promise<PolicyVersion[]> {
  const heads = await listPolicyHeads(deps.db);
  const names = policyNames.filter((name) => heads.has(name));
  return Promise.all(names.map((policy) => getPolicy(deps, { policy, version: heads.get(policy)?.newest })));
}

/** What this person must accept before going on: policies whose newest material version they have not accepted. */
export async function listPoliciesToAccept(
  deps: Pick<Deps, "db">,
  accountId: string,
): Promise<{ policy: PolicyName; version: number }[]> {
  const heads = await listPolicyHeads(deps.db);
  const accepted = await findAcceptedVersions(deps.db, accountId);
  return policiesToAccept.flatMap((policy) => {
    const head = heads.get(policy);
    if (!head || (accepted.get(policy) ?? 0) >= head.material) return [];
    return [{ policy, version: head.newest }];
  });
}
