import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { addressHasher } from "../suppression/address-hash.server";
import { findSuppressions } from "../suppression/find-suppressions.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import type { CaptureItem } from "./capture";
import { createLead } from "./create-lead.server";
import { acceptSubmission, rejectSubmissions } from "./decide-submissions.server";
import { deleteLead } from "./delete-leads.server";
import { getLead, getLeadHistory } from "./get-lead.server";
import { createLeadSink } from "./lead-sink.server";
import { firstUnnoted, noteHeldAddresses } from "./note-held-addresses.server";
import { updateLead } from "./update-lead.server";

const instance = useTestInstance();
let site: TestSite;
let other: TestSite;
let numbers = 0;

const create = (email: string, more: object = {}, from = site) =>
  createLead(instance().deps, from.owner, { workspaceId: from.workspaceId, email, ...more });

function submit(email: string, changes: Partial<CaptureItem> = {}) {
  numbers += 1;
  return createLeadSink(instance().deps).add({
    workspaceId: site.workspaceId,
    formId: "01JF0RM0000000000000000005",
    pageId: "01JPAGE0000000000000000005",
    pageVersionId: "01JVERS0000000000000000005",
    fields: { email },
    email,
    name: "",
    source: {},
    language: "en",
    ip: "",
    visitId: "",
    dedupeKey: `lead-${numbers}`,
    quarantine: "",
    consents: [],
    ...changes,
  });
}

beforeAll(async () => {
  site = await makeTestSite(instance().deps);
  other = await makeTestSite(instance().deps);
});

describe("a lead entered by hand", () => {
  it("[leads.dedupe] takes up a person who is there already, and records the merge", async () => {
    const first = await create("Ada@Example.org", { name: "Ada", fields: { city: "Bath" } });
    const again = await create("ada@example.ORG", { fields: { city: "Bristol" } });
    expect([first.created, again.created]).toEqual([true, false]);
    expect(again.lead).toMatchObject({ id: first.lead.id, name: "Ada", fields: { city: "Bristol" } });
    const { merges } = await getLeadHistory(instance().deps, site.workspaceId, first.lead.id);
    expect(merges).toMatchObject([{ changes: { city: "Bath" } }]);
  });

  it("[consent.record] keeps what the person agreed to, and refuses consent without its wording", async () => {
    const consents = [{ purpose: "mail", wording: "Said yes to the newsletter at the counter" }];
    const { lead } = await create("bo@example.org", { consents });
    const history = await getLeadHistory(instance().deps, site.workspaceId, lead.id);
    expect(history.consentStates).toMatchObject([{ purpose: "mail", state: "granted" }]);
    expect(history.consents).toMatchObject([{ method: "staff", wording: consents[0]?.wording }]);
    await expect(create("cy@example.org", { consents: [{ purpose: "mail", wording: " " }] })).rejects.toThrow(
      /proof/,
    );
  });

  it("[forms.sensitive] is refused with a card number, whoever enters it", async () => {
    const fields = { note: "4111 1111 1111 1111" };
    await expect(create("di@example.org", { fields })).rejects.toMatchObject({ code: "sensitive_value" });
    const { lead } = await create("di@example.org");
    await expect(
      updateLead(instance().deps, site.owner, {
        workspaceId: site.workspaceId,
        leadId: lead.id,
        changes: { fields },
      }),
    ).rejects.toMatchObject({ code: "sensitive_value" });
  });

  it("is refused without an address that can exist", async () => {
    await expect(create("nobody")).rejects.toMatchObject({ kind: "invalid", code: "lead_invalid" });
  });
});

describe("changing a lead", () => {
  it("keeps fields that are not named, removes those given as empty, and counts the revision up", async () => {
    const { deps } = instance();
    const { lead } = await create("ed@example.org", { fields: { city: "Bath", size: "l" } });
    const changed = await updateLead(deps, site.owner, {
      workspaceId: site.workspaceId,
      leadId: lead.id,
      revision: lead.revision,
      changes: { name: "Ed", fields: { city: "" } },
    });
    expect(changed).toMatchObject({ name: "Ed", fields: { size: "l" }, revision: lead.revision + 1 });
    const late = { workspaceId: site.workspaceId, leadId: lead.id, revision: lead.revision, changes: {} };
    await expect(updateLead(deps, site.owner, late)).rejects.toMatchObject({ code: "lead_changed" });
  });

  it("moves to another address, but never to that of somebody else", async () => {
    const { deps } = instance();
    const { lead } = await create("fay@example.org");
    const change = (email: string) =>
      updateLead(deps, site.owner, { workspaceId: site.workspaceId, leadId: lead.id, changes: { email } });
    const moved = await change("fay.new@example.org");
    expect(moved.addressHash).not.toBe(lead.addressHash);
    await expect(change("ada@example.org")).rejects.toMatchObject({
      kind: "conflict",
      code: "address_taken",
    });
  });

  it("is not possible from another workspace", async () => {
    const { deps } = instance();
    const { lead } = await create("gil@example.org");
    const theirs = { workspaceId: other.workspaceId, leadId: lead.id };
    await expect(getLead(deps, other.workspaceId, lead.id)).rejects.toMatchObject({ kind: "not_found" });
    await expect(updateLead(deps, other.owner, { ...theirs, changes: {} })).rejects.toMatchObject({
      kind: "not_found",
    });
    await expect(deleteLead(deps, other.owner, theirs)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("deleting a lead", () => {
  it("[rights.erase] leaves nothing of the person but keyed hashes: proof of consent, and what keeps them unwritten to", async () => {
    const { deps } = instance();
    const email = "hal.unmistakable@example.org";
    const { leadId } = await submit(email, {
      consents: [{ purpose: "mail", wording: "Yes" }],
      ip: "192.0.2.0",
    });
    await submit(email, { quarantine: "trap" });
    await submit(email, { fields: { email, city: "Bath" } });
    const addressHash = (await addressHasher(deps, deps.db, site.workspaceId))(email);
    await suppressAddress(
      deps,
      { kind: "visitor", ip: "" },
      { workspaceId: site.workspaceId, addressHash, reason: "unsubscribe", source: "one_click" },
    );
    await deleteLead(deps, site.owner, { workspaceId: site.workspaceId, leadId });

    for (const table of ["leads", "submissions", "lead_merges", "consents", "consent_states"] as const) {
      const rows = await deps.db
        .selectFrom(table)
        .selectAll()
        .where("workspace_id", "=", site.workspaceId)
        .execute();
      const text = JSON.stringify(rows);
      expect(text, table).not.toContain("hal.unmistakable");
      expect(text, table).not.toContain(leadId);
    }
    const proof = await deps.db
      .selectFrom("consents")
      .select(["act", "wording"])
      .where("address_hash", "=", addressHash)
      .execute();
    expect(proof).toEqual([{ act: "granted", wording: "Yes" }]);
    expect(await findSuppressions(deps, site.workspaceId, [addressHash])).toHaveLength(1);
    expect(await deps.journal.read()).toContainEqual(
      expect.objectContaining({ kind: "lead.erased", leadId }),
    );
    await expect(getLead(deps, site.workspaceId, leadId)).rejects.toMatchObject({ kind: "not_found" });
  });

  const hold = async (fields: Record<string, string>) =>
    (await submit(fields.email ?? "", { fields, quarantine: "trap" })).submissionId;
  const heldIds = async (workspaceId = site.workspaceId) => {
    const { db } = instance().deps;
    const held = db.selectFrom("submissions").select("id").where("workspace_id", "=", workspaceId);
    return (await held.where("state", "in", ["quarantined", "rejected"]).execute()).map(({ id }) => id);
  };
  const noted = async (ids: readonly string[]) => {
    const { db } = instance().deps;
    const rows = await db
      .selectFrom("held_addresses")
      .selectAll()
      .where("submission_id", "in", [...ids])
      .execute();
    expect(JSON.stringify(rows)).not.toContain("@");
    return rows.length;
  };

  it("[rights.erase] finds all that waits with an address of theirs in whichever field, and leaves that of others", async () => {
    const { deps } = instance();
    const { lead } = await create("Ina@Büro.example");
    const theirs = [
      await hold({ email: "ina@büro.example" }),
      await hold({ email: "else@example.org", work: " INA@xn--bro-hoa.example ", more: "third@example.org" }),
      await hold({ contact: "ina@büro.example", again: "Ina@BÜRO.example" }),
    ];
    const rejected = await hold({ private: "ina@büro.example", work: "ina@work.example" });
    await rejectSubmissions(deps, site.owner, {
      workspaceId: site.workspaceId,
      submissionIds: [rejected],
    });
    const others = [
      await hold({ email: "else@example.org", message: "Ask ina@büro.example, she knows" }),
      await hold({ message: `@${"x".repeat(9_000)}` }),
    ];
    expect(await noted([...theirs, rejected])).toBe(1 + 3 + 1 + 2);
    expect(await noted(others)).toBe(1);
    await deleteLead(deps, site.owner, { workspaceId: site.workspaceId, leadId: lead.id });
    expect(await heldIds()).toEqual(expect.arrayContaining(others));
    expect(await heldIds()).toHaveLength(others.length);
    expect(await noted([...theirs, rejected])).toBe(0);
    await acceptSubmission(deps, site.owner, {
      workspaceId: site.workspaceId,
      submissionId: others[0] ?? "",
    });
    expect(await noted(others), "what is accepted waits no more").toBe(0);
    await deleteLead(deps, site.owner, {
      workspaceId: site.workspaceId,
      leadId: (await create("else@example.org")).lead.id,
    });
  });

  it("[rights.erase] finds what was held before there were notes, by the batch, and by a process of that version beside this", async () => {
    const { deps } = instance();
    const email = "jan@example.org";
    const forget = () => deps.db.deleteFrom("held_addresses").execute();
    const erase = async () => {
      const { lead } = await create(email, {}, other);
      await deleteLead(deps, other.owner, { workspaceId: other.workspaceId, leadId: lead.id });
    };
    const inOther = { workspaceId: other.workspaceId };
    const holdOld = async () => {
      await submit(email, { ...inOther, quarantine: "trap" });
      for (let n = 0; n < 600; n += 1) await submit(`o${n}@old.example`, { ...inOther, quarantine: "trap" });
      await forget();
    };
    await holdOld();
    expect(await heldIds(other.workspaceId)).toHaveLength(601);
    await erase();
    expect(await heldIds(other.workspaceId), "before anything was noted").toHaveLength(600);
    await submit(email, { ...inOther, quarantine: "trap" });
    await forget();
    await noteHeldAddresses(deps);
    expect(await noted(await heldIds(other.workspaceId))).toBe(601);
    deps.clock.advance(3_600_000);
    await submit(email, { ...inOther, quarantine: "trap" });
    await deps.db
      .deleteFrom("held_addresses")
      .where("submission_id", "in", (await heldIds(other.workspaceId)).slice(-1))
      .execute();
    await erase();
    expect(await heldIds(other.workspaceId)).toHaveLength(600);
    for (let hours = 0; hours < 26; hours += 1) {
      deps.clock.advance(3_600_000);
      await noteHeldAddresses(deps);
    }
    expect(await firstUnnoted(deps), "a day later").toBeUndefined();
  });
});
