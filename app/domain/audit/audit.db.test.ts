import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { platformScope } from "~/lib/ids";
import { useTestInstance } from "~/testing/db/test-deps";
import { recordAudit } from "./record-audit.server";
import { sealAudit, signAuditHeads } from "./seal-audit.server";
import { verifyAudit } from "./verify-audit.server";

const instance = useTestInstance();

async function record(count: number) {
  const { deps } = instance();
  for (let index = 0; index < count; index += 1) {
    await recordAudit(deps, deps.db, {
      workspaceId: platformScope,
      actor: { kind: "system", reason: "test" },
      action: "page:publish",
      targetKind: "page",
      targetId: String(index),
      subjectId: "01J00000000000000000000000",
      detail: { path: `/page-${index}` },
    });
  }
}

describe("the audit log [account.audit]", () => {
  it("is chained by the sealer, and verifies", async () => {
    const { deps } = instance();
    await record(5);
    expect(await sealAudit(deps)).toBe(5);
    expect(await sealAudit(deps)).toBe(0);
    expect(await verifyAudit(deps)).toEqual({ entries: 5, problems: [] });
  });

  it("still verifies after the details about a person are erased", async () => {
    const { deps } = instance();
    await sql`delete from audit_details`.execute(deps.db);
    expect((await verifyAudit(deps)).problems).toEqual([]);
  });

  it("shows an entry that was changed", async () => {
    const { deps } = instance();
    await sql`update audit_entries set action = 'page:delete' where sequence = 3`.execute(deps.db);
    expect((await verifyAudit(deps)).problems.map((problem) => problem.problem)).toEqual(["was changed"]);
    await sql`update audit_entries set action = 'page:publish' where sequence = 3`.execute(deps.db);
  });

  it("shows an end that was cut off after a head was signed", async () => {
    const { deps } = instance();
    await signAuditHeads(deps);
    await sql`delete from audit_entries where sequence = 5`.execute(deps.db);
    const { problems } = await verifyAudit(deps);
    expect(problems.map((problem) => problem.problem)).toEqual(["signed head of 2026-11-23 does not match"]);
  });
});
