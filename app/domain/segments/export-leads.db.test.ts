import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { createLead } from "../leads/create-lead.server";
import { updateLead } from "../leads/update-lead.server";
import { exportLeads } from "./export-leads.server";

const instance = useTestInstance();
const staff = { kind: "system", reason: "test" } as const;

async function exported(workspaceId: string, options: Partial<Parameters<typeof exportLeads>[2]> = {}) {
  const chunks = await exportLeads(instance().deps, staff, { workspaceId, choice: {}, ...options });
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}

describe("the list of leads as a file", () => {
  it("has every field as a column, is safe in a spreadsheet, and is noted in the audit log", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "export");
    const stranger = await insertTestWorkspace(deps, "stranger");
    const { lead } = await createLead(deps, staff, {
      workspaceId,
      email: "ada@example.org",
      name: "Ada",
      fields: { name: "Ada", city: '=HYPERLINK("http://x.example")' },
      consents: [{ purpose: "mail", wording: "Yes" }],
    });
    await createLead(deps, staff, { workspaceId, email: "bo@example.org", fields: { note: 'a "b", c\nd' } });
    await createLead(deps, staff, { workspaceId: stranger, email: "cy@example.org" });

    const text = await exported(workspaceId);
    const [header] = text.split("\r\n");
    expect(header).toBe("id,email,name,mail_consent,origin,created_at,last_submission_at,note,city");
    expect(text).toContain(`lead_${lead.id},ada@example.org,Ada,granted,staff,2026-11-23T09:00:00.000Z,,,`);
    expect(text).toContain("\"'=HYPERLINK(");
    expect(text).toContain('"a ""b"", c\nd"');
    expect(text).not.toContain("cy@example.org");

    expect(await exported(workspaceId, { leadIds: [lead.id] })).not.toContain("bo@example.org");
    expect(await exported(stranger, { leadIds: [lead.id] })).not.toContain("ada@example.org");
    expect(await exported(workspaceId, { choice: { q: "BO@" } })).not.toContain("ada@example.org");
    const audit = await deps.db
      .selectFrom("audit_entries")
      .select("action")
      .where("workspace_id", "=", workspaceId)
      .where("action", "=", "lead:export")
      .execute();
    expect(audit).toHaveLength(3);
  });

  it("keeps where a field came from when it is saved without a change", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "sources");
    const api = { kind: "apiKey", keyId: "k", workspaceId, scopes: [] } as const;
    const { lead } = await createLead(deps, api, {
      workspaceId,
      email: "di@example.org",
      fields: { a: "1", b: "2" },
    });
    const changed = await updateLead(deps, staff, {
      workspaceId,
      leadId: lead.id,
      changes: { fields: { a: "1", b: "3" } },
    });
    expect(changed.fieldSources).toEqual({ a: "api", b: "staff" });
  });
});
