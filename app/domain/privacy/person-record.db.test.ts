import { describe, expect, it } from "vitest";
import { useTestApp } from "~/testing/http/test-app";
import { makeVictim, type Victim } from "~/testing/walk/victim";
import { dataMap } from "~db/data-map";
import type { Actor } from "../actor";
import { createLead } from "../leads/create-lead.server";
import { suppressEmail } from "../suppression/suppress-email.server";
import { readPersonRecord } from "./read-person-record.server";

const app = useTestApp();

const memberOf = ({ workspaceId, people }: Victim, role: "owner" | "member"): Actor => ({
  ...{ kind: "member", workspaceId, role, accountId: people[role].accountId },
});

describe("the record of a person [rights.access]", () => {
  it("holds what the workspace keeps about them, with purpose and basis of each part and who got it", async () => {
    const { deps } = app();
    const victim = await makeVictim(deps);
    const { workspaceId, word, ids } = victim;
    const email = `jo@${word}.example`;
    await suppressEmail(
      deps,
      { kind: "system", reason: "test" },
      { workspaceId, email, reason: "unsubscribe" },
    );
    const record = await readPersonRecord(deps, memberOf(victim, "owner"), { workspaceId, leadId: ids.lead });
    expect(record).toMatchObject({ format: "foyer-person-1", person: { email, name: `Jo ${word}` } });
    const tables = record.data.map(({ table }) => table);
    expect(tables).toEqual(expect.arrayContaining(["leads", "consents", "suppressions", "testimonials"]));
    for (const { table, purpose, legal_basis, rows } of record.data) {
      const entry = dataMap.find(({ name }) => name === table);
      expect([purpose, legal_basis], table).toEqual([entry?.spec.purpose, entry?.spec.basis]);
      const secrets = Object.entries(entry?.spec.columns ?? {}).filter(([, column]) => column.spec.secret);
      for (const [column] of secrets) expect(rows[0], table).not.toHaveProperty(column);
    }
    const [lead] = record.data.find(({ table }) => table === "leads")?.rows ?? [];
    expect(JSON.parse(String(lead?.field_sources))).toMatchObject({ city: "staff" });
    expect(record.recipients.map(({ name }) => name)).toContain("127.0.0.1:9");
  });

  it("says nothing of anybody else, in this workspace or another", async () => {
    const { deps } = app();
    const [victim, stranger] = [await makeVictim(deps), await makeVictim(deps)];
    const owner = memberOf(victim, "owner");
    const { lead } = await createLead(deps, owner, {
      workspaceId: victim.workspaceId,
      email: "somebody@else.example",
      name: "Somebody Else",
      consents: [{ purpose: "mail", wording: "Write to me." }],
    });
    const about = (leadId: string) =>
      readPersonRecord(deps, owner, { workspaceId: victim.workspaceId, leadId });
    const others = JSON.stringify((await about(lead.id)).data);
    expect(others).not.toContain(`jo@${victim.word}.example`);
    const own = JSON.stringify((await about(victim.ids.lead)).data);
    expect(own).not.toContain("somebody@else.example");
    expect(own).not.toContain(stranger.word);
    await expect(about(stranger.ids.lead)).rejects.toMatchObject({ kind: "not_found" });
  });

  it("is taken by those who may answer requests, and the audit log says so", async () => {
    const { deps } = app();
    const victim = await makeVictim(deps);
    const input = { workspaceId: victim.workspaceId, leadId: victim.ids.lead };
    const refused = readPersonRecord(deps, memberOf(victim, "member"), input);
    await expect(refused).rejects.toMatchObject({ kind: "forbidden" });
    await readPersonRecord(deps, memberOf(victim, "owner"), input);
    const entries = await deps.db
      .selectFrom("audit_entries")
      .select("target_id")
      .where("workspace_id", "=", victim.workspaceId)
      .where("action", "=", "lead:take-record")
      .execute();
    expect(entries).toEqual([{ target_id: victim.ids.lead }]);
  });
});
