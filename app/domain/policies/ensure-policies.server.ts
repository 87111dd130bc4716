import type { Deps } from "../deps";
import { insertPolicyVersion, listPolicyHeads } from "./policy-queries.server";
import { policyTexts } from "./texts/policy-texts";

/** At the start: publishes the texts of this release that the instance lacks. What an operator published stays. */
export async function ensurePolicies(deps: Pick<Deps, "db" | "clock">): Promise<void> {
  const heads = await listPolicyHeads(deps.db);
  for (const text of policyTexts) {
    if ((heads.get(text.policy)?.newest ?? 0) >= text.version) continue;
    await insertPolicyVersion(deps.db, { ...text, publishedAt: deps.clock.now() });
  }
}
