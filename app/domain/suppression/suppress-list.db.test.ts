import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { addressHasher } from "./address-hash.server";
import { countSuppressions, listLatestSuppressions } from "./list-latest-suppressions.server";
import { suppressAddress } from "./suppress-address.server";
import { suppressEmails } from "./suppress-emails.server";
import { mostAddresses } from "./suppression";
import { suppressionGate } from "./suppression-gate.server";

const instance = useTestInstance();
const visitor = { kind: "visitor", ip: "192.0.2.0" } as const;

async function team() {
  const { deps } = instance();
  const workspaceId = deps.ids.next();
  const member = { kind: "member", accountId: deps.ids.next(), workspaceId, role: "owner" } as const;
  const hash = await addressHasher(deps, deps.db, workspaceId);
  return { deps, workspaceId, member, hash };
}

describe("a list of addresses that get no more mail", () => {
  it("stands in the journal and in the database, each address once, and keeps every message away", async () => {
    const { deps, workspaceId, member, hash } = await team();
    const emails = Array.from({ length: 1200 }, (_, index) => `list${index}@example.org`);
    const given = { workspaceId, emails: [...emails, " LIST7@Example.org ", "no address"] };
    expect(await suppressEmails(deps, member, given)).toEqual({ changed: 1200, standing: 0 });
    expect(await suppressEmails(deps, member, given)).toEqual({ changed: 0, standing: 1200 });
    const [decided] = await deps.transact((tx) => {
      const message = { workspaceId, addressHash: "", topicId: "", email: "list1199@example.org" };
      return suppressionGate(deps).decide(tx, [message]);
    });
    expect(decided).toEqual({ exclude: "suppressed" });
    const journal = (await deps.journal.read()).filter((entry) => entry.workspaceId === workspaceId);
    expect(journal.map(({ addressHash }) => addressHash)).toContain(hash("list1199@example.org"));
    const entries = await deps.db
      .selectFrom("audit_entries")
      .select("action")
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(entries.map(({ action }) => action)).toEqual(["address:suppress-list", "address:suppress-list"]);
    const events = await deps.db
      .selectFrom("outbox_events")
      .select("type")
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(events).toHaveLength(1200);
  });

  it("leaves what stands as it is, but for a complaint, and stands again where it was lifted", async () => {
    const { deps, workspaceId, member, hash } = await team();
    const act = (email: string) => ({ workspaceId, addressHash: hash(email) });
    await suppressAddress(deps, visitor, {
      ...act("ann@example.org"),
      reason: "unsubscribe",
      source: "page",
    });
    await suppressAddress(deps, visitor, { ...act("bo@example.org"), reason: "unsubscribe", source: "page" });
    await deps.db
      .updateTable("suppressions")
      .set({ lifted_at: 5 })
      .where("workspace_id", "=", workspaceId)
      .where("address_hash", "=", hash("bo@example.org"))
      .execute();
    const emails = ["ann@example.org", "bo@example.org"];
    expect(await suppressEmails(deps, member, { workspaceId, emails })).toEqual({ changed: 1, standing: 1 });
    const of = async (email: string) =>
      (await listLatestSuppressions(deps, workspaceId, { email, limit: 5 })).rows[0];
    expect(await of("ann@example.org")).toMatchObject({ reason: "unsubscribe", source: "page" });
    expect(await of("bo@example.org")).toMatchObject({ reason: "staff", liftedAt: undefined });
    await suppressEmails(deps, member, { workspaceId, emails, reason: "complaint" });
    expect(await of("ann@example.org")).toMatchObject({ reason: "complaint", source: "staff" });
  });

  it("is refused without an address, and where it is too long", async () => {
    const { deps, workspaceId, member } = await team();
    const refusal = (emails: string[]) => suppressEmails(deps, member, { workspaceId, emails });
    await expect(refusal(["nobody", ""])).rejects.toMatchObject({ code: "email_invalid" });
    const many = Array.from({ length: mostAddresses + 1 }, () => "x");
    await expect(refusal(many)).rejects.toMatchObject({ code: "too_many_addresses" });
    expect(await countSuppressions(deps, workspaceId)).toEqual([]);
  });
});

describe("the list of suppressions", () => {
  it("shows the latest first, page by page, by reason, and those that were lifted apart", async () => {
    const { deps, workspaceId, member, hash } = await team();
    const emails = Array.from({ length: 7 }, (_, index) => `p${index}@example.org`);
    await suppressEmails(deps, member, { workspaceId, emails });
    deps.clock.advance(1000);
    await suppressAddress(deps, visitor, {
      ...{ workspaceId, addressHash: hash("last@example.org") },
      ...{ reason: "bounce", source: "provider" },
    });
    const seen: string[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await listLatestSuppressions(deps, workspaceId, { state: "standing", cursor, limit: 3 });
      seen.push(...page.rows.map(({ addressHash }) => addressHash));
      cursor = page.nextCursor;
    }
    expect(seen[0]).toBe(hash("last@example.org"));
    expect(new Set(seen)).toEqual(new Set([...emails, "last@example.org"].map(hash)));
    expect(seen).toHaveLength(8);
    expect(await countSuppressions(deps, workspaceId)).toEqual([
      { reason: "staff", count: 7 },
      { reason: "bounce", count: 1 },
    ]);
    await deps.db
      .updateTable("suppressions")
      .set({ lifted_at: 5 })
      .where("workspace_id", "=", workspaceId)
      .where("reason", "=", "bounce")
      .execute();
    const rows = async (choice: Parameters<typeof listLatestSuppressions>[2]) =>
      (await listLatestSuppressions(deps, workspaceId, choice)).rows.length;
    expect(await rows({ state: "lifted", limit: 20 })).toBe(1);
    expect(await rows({ state: "standing", reason: "bounce", limit: 20 })).toBe(0);
    expect(await rows({ limit: 20 })).toBe(8);
    expect(await rows({ cursor: "nonsense", limit: 20 })).toBe(8);
  });
});
