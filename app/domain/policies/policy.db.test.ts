import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { acceptPolicies } from "./accept-policies.server";
import { ensurePolicies } from "./ensure-policies.server";
import {
  getPolicy,
  listCurrentPolicies,
  listPoliciesToAccept,
  listPolicyVersions,
} from "./find-policies.server";
import { type PolicyName, policyBlocks } from "./policy";
import { insertPolicyVersion } from "./policy-queries.server";

const instance = useTestInstance();

const publish = (version: number, material: boolean) =>
  insertPolicyVersion(instance().deps.db, {
    policy: "acceptable-use",
    version,
    title: "Acceptable use policy",
    body: `Version ${version}.`,
    material,
    publishedAt: instance().deps.clock.now(),
  });

const accept = (accountId: string, versions: Partial<Record<PolicyName, number>>) => {
  const { deps } = instance();
  return deps.transact((tx) =>
    acceptPolicies(deps, tx, { kind: "account", accountId }, { accountId, versions, ip: "203.0.113.77" }),
  );
};

describe("policies", () => {
  it("are published once, at the start, and stay as they were [policy.versions]", async () => {
    const { deps } = instance();
    await ensurePolicies(deps);
    await ensurePolicies(deps);
    const policies = await listCurrentPolicies(deps);
    expect(policies.map(({ policy, version }) => `${policy} ${version}`)).toEqual([
      "acceptable-use 1",
      "terms 1",
      "privacy 1",
    ]);
    for (const { body } of policies) {
      const kinds = new Set(policyBlocks(body).map(({ kind }) => kind));
      expect(kinds).toContain("heading");
      expect(body).not.toContain("!");
    }
    await expect(getPolicy(deps, { policy: "terms", version: 9 })).rejects.toMatchObject({
      kind: "not_found",
    });
  });

  it("are asked for until accepted, and again when a new version matters [aup.agree]", async () => {
    const { deps } = instance();
    const accountId = deps.ids.next();
    expect(await listPoliciesToAccept(deps, accountId)).toHaveLength(2);
    await accept(accountId, { "acceptable-use": 1, terms: 1 });
    await accept(accountId, { "acceptable-use": 1, terms: 1 });
    expect(await listPoliciesToAccept(deps, accountId)).toEqual([]);

    await publish(2, false);
    expect(await listPoliciesToAccept(deps, accountId)).toEqual([]);
    await publish(3, true);
    expect(await listPoliciesToAccept(deps, accountId)).toEqual([{ policy: "acceptable-use", version: 3 }]);

    await expect(accept(accountId, { "acceptable-use": 2 })).rejects.toMatchObject({
      code: "policy_changed",
    });
    await expect(accept(accountId, { "acceptable-use": 99 })).rejects.toMatchObject({
      code: "policy_changed",
    });
    await accept(accountId, { "acceptable-use": 3 });
    expect(await listPoliciesToAccept(deps, accountId)).toEqual([]);
    expect((await listPolicyVersions(deps, "acceptable-use")).map(({ version }) => version)).toEqual([
      3, 2, 1,
    ]);
  });

  it("keep a shortened address as proof, not the whole one", async () => {
    const { deps } = instance();
    const rows = await deps.db.selectFrom("policy_acceptances").select("ip").distinct().execute();
    expect(rows).toEqual([{ ip: "203.0.113.0" }]);
  });

  it("that an operator published stand when the product starts again", async () => {
    const { deps } = instance();
    await ensurePolicies(deps);
    expect((await getPolicy(deps, { policy: "acceptable-use" })).version).toBe(3);
  });
});
