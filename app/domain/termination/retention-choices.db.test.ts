import path from "node:path";
import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestLeads } from "~/testing/factories/test-campaign";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { dataMap } from "~db/data-map";
import { grantConsent } from "../consent/grant-consent.server";
import { defineReaction, dispatchEvents } from "../events/dispatch-events.server";
import { openFileStore } from "../files/file-store.server";
import { eraseLeadFiles } from "../leads/erase-lead-files.server";
import { eraseTraces } from "../privacy/erase-traces.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import { chooseRetention } from "../workspaces/update-workspace.server";
import { applyRetention } from "./apply-retention.server";
import { countRetention } from "./count-retention.server";

const opened = useTestInstance();
const day = 86_400_000;
const actor = { kind: "system", reason: "test" } as const;

function instance() {
  const { deps, folder } = opened();
  return { ...deps, files: openFileStore({ folder: path.join(folder, "files"), keys: deps.keys }) };
}

/** Every workspace of the file is over before the next test begins, so that a run speaks of one. */
async function freshWorkspace(slug: string): Promise<string> {
  const deps = instance();
  const at = deps.clock.now();
  const others = await deps.db.selectFrom("workspaces").select("id").execute();
  for (const { id } of others) await hold(id, at);
  const workspaceId = await insertTestWorkspace(deps, slug);
  await chooseRetention(deps, actor, { workspaceId, choices: { peopleMonths: 24 } });
  return workspaceId;
}

const hold = async (workspaceId: string, at: number) => {
  const { db, ids } = instance();
  const row = { workspace_id: workspaceId, id: ids.next(), reason: "A court asked.", created_at: at };
  await db
    .insertInto("legal_holds")
    .values({ ...row, released_at: null })
    .execute();
};

const leadsOf = async (workspaceId: string): Promise<string[]> => {
  const rows = await instance()
    .db.selectFrom("leads")
    .select("email")
    .where("workspace_id", "=", workspaceId)
    .orderBy("email")
    .execute();
  return rows.map(({ email }) => email);
};

/** As the process does after each change. */
async function react(): Promise<void> {
  const deps = instance();
  const reactions = [
    defineReaction("lead.erased", "leads.erase-files", (tx, { leadId }, { workspaceId }) =>
      eraseLeadFiles(deps, tx, { workspaceId, leadId }),
    ),
    defineReaction("lead.erased", "privacy.erase-traces", (tx, { leadId }, { workspaceId }) =>
      eraseTraces(deps, tx, { workspaceId, leadId }),
    ),
  ];
  while ((await dispatchEvents(deps, reactions)) > 0);
}

/** What is due is what goes, and afterwards nothing is due. */
async function runAsForetold() {
  const deps = instance();
  const due = await dueOfPeople();
  const { done } = await applyRetention(deps, actor);
  const ofPeople = Object.entries(done).filter(([table]) => !work.has(table));
  expect(Object.fromEntries(ofPeople)).toEqual(
    Object.fromEntries(due.map(({ table, rows }) => [table, rows])),
  );
  await react();
  expect(await dueOfPeople()).toEqual([]);
  return Object.fromEntries(ofPeople);
}

/** But for queues, which have clocks of their own. */
const work = new Set(dataMap.filter(({ spec }) => spec.retention === "work").map(({ name }) => name));
const dueOfPeople = async () =>
  (await countRetention(instance())).filter(({ retention }) => retention !== "work");

async function insertDelivery(workspaceId: string, lead: { id: string; addressHash: string; email: string }) {
  const { db, ids, clock } = instance();
  const campaignId = ids.next();
  const id = ids.next();
  const at = clock.now();
  const campaign = { workspace_id: workspaceId, id: campaignId, name: "News", subject: "", preheader: "" };
  const refs = { sender_id: "", topic_id: "", segment_id: "", version_id: "", audience_cursor: "" };
  const times = {
    send_at: null,
    created_at: at,
    updated_at: at,
    started_at: at,
    finished_at: at,
    paused_by: "",
  };
  await db
    .insertInto("campaigns")
    .values({ ...campaign, ...refs, ...times, document: "{}", revision: 1, state: "sent", candidates: 1 })
    .execute();
  await db
    .insertInto("deliveries")
    .values({
      workspace_id: workspaceId,
      id,
      campaign_id: campaignId,
      lead_id: lead.id,
      email: lead.email,
      address_hash: lead.addressHash,
      state: "sent",
      reason: "",
      tracked: 1,
      detail: "250 ok",
      lease_owner: "",
      lease_until: 0,
      lease_epoch: 0,
      attempts: 1,
      run_at: at,
      sent_at: at,
      delivered_at: at,
      opened_human_at: null,
      opened_machine_at: null,
      opened_unknown_at: null,
      clicked_at: null,
      unsubscribed_at: null,
      bounced_at: null,
      complained_at: null,
    })
    .execute();
  return id;
}

async function insertSubmission(workspaceId: string, leadId: string, file = false): Promise<string> {
  const deps = instance();
  const id = deps.ids.next();
  const own = { workspace_id: workspaceId, lead_id: leadId, created_at: deps.clock.now() };
  await deps.db
    .insertInto("submissions")
    .values({
      ...own,
      id,
      form_id: deps.ids.next(),
      page_id: deps.ids.next(),
      page_version_id: deps.ids.next(),
      fields: '{"question":"When?"}',
      source: "{}",
      ip: "192.0.2.0",
      state: "accepted",
      quarantine_reason: "",
      held_consents: "[]",
      dedupe_key: deps.ids.next(),
      visit_id: "",
    })
    .execute();
  if (!file) return id;
  const fileId = deps.ids.next();
  const said = { field: "cv", name: "cv.pdf", content_type: "application/pdf", size: 3 };
  await deps.db
    .insertInto("lead_files")
    .values({ ...own, ...said, id: fileId, submission_id: id })
    .execute();
  await deps.files.put(`${workspaceId}/${fileId}/upload`, Buffer.from("%PD"));
  return id;
}

const fromForm = (workspaceId: string, leadId: string) =>
  instance()
    .db.updateTable("leads")
    .set({ origin: "form" })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", leadId)
    .execute();

describe("[retention.customer] how long people are kept", () => {
  it("is what the customer chose, after they were last heard from, whatever it was", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("quiet");
    const people = ["clicked", "fetched", "agreed", "changed", "silent"].map((name) => ({
      email: `${name}@example.org`,
    }));
    const leads = await insertTestLeads(deps, workspaceId, people);
    const [clicked, fetched, agreed, changed] = leads as [
      (typeof leads)[0],
      (typeof leads)[0],
      (typeof leads)[0],
      (typeof leads)[0],
    ];
    const delivery = await insertDelivery(workspaceId, clicked);
    deps.clock.advance(400 * day);
    const now = deps.clock.now();
    await deps.db.updateTable("deliveries").set({ clicked_at: now }).where("id", "=", delivery).execute();
    await deps.db
      .insertInto("lead_downloads")
      .values({
        workspace_id: workspaceId,
        id: deps.ids.next(),
        lead_id: fetched.id,
        submission_id: "",
        file_id: "",
        name: "guide.pdf",
        machine: 0,
        created_at: now,
      })
      .execute();
    const act = { workspaceId, addressHash: agreed.addressHash, leadId: agreed.id, purpose: "mail" };
    await grantConsent(deps, actor, { ...act, method: "staff", wording: "Yes" });
    await deps.db.updateTable("leads").set({ updated_at: now }).where("id", "=", changed.id).execute();
    await runAsForetold();
    expect(await leadsOf(workspaceId)).toHaveLength(5);

    deps.clock.advance(332 * day);
    expect(await runAsForetold()).toMatchObject({ leads: 1 });
    expect(await leadsOf(workspaceId)).not.toContain("silent@example.org");
    const audit = await deps.db
      .selectFrom("audit_entries")
      .select("action")
      .where("workspace_id", "=", workspaceId)
      .where("action", "in", ["lead:delete", "retention:apply"])
      .execute();
    expect(audit.map(({ action }) => action)).toContain("lead:delete");
    expect(audit.map(({ action }) => action)).toContain("retention:apply");

    await chooseRetention(deps, actor, { workspaceId, choices: { peopleMonths: "6" } });
    expect(await runAsForetold()).toMatchObject({ leads: 4 });
    expect(await leadsOf(workspaceId)).toEqual([]);
    const proof = await deps.db
      .selectFrom("consents")
      .select(["lead_id", "address_hash"])
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(proof.length).toBeGreaterThanOrEqual(5);
    expect(new Set(proof.map((row) => row.lead_id))).toEqual(new Set([""]));
  });

  it("is a year for who only asked something, and not for who agreed to mail [retention.schedule]", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("asked");
    const [asker] = await insertTestLeads(deps, workspaceId, [{ email: "asker@example.org" }], {
      mail: false,
    });
    const [reader] = await insertTestLeads(deps, workspaceId, [{ email: "reader@example.org" }]);
    const [entered] = await insertTestLeads(deps, workspaceId, [{ email: "by-staff@example.org" }], {
      mail: false,
    });
    await fromForm(workspaceId, asker?.id ?? "");
    await fromForm(workspaceId, reader?.id ?? "");
    expect(entered).toBeDefined();
    deps.clock.advance(365 * day);
    expect(await runAsForetold()).not.toHaveProperty("leads");
    deps.clock.advance(2 * day);
    expect(await runAsForetold()).toMatchObject({ leads: 1 });
    expect(await leadsOf(workspaceId)).toEqual(["by-staff@example.org", "reader@example.org"]);
  });

  it("refuses what is outside the limits, and other people's workspaces", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("limits");
    const choose = (choices: Record<string, unknown>) =>
      chooseRetention(deps, actor, { workspaceId, choices }).catch((error) => error.details.fields);
    expect(await choose({ peopleMonths: 121 })).toEqual({ peopleMonths: "Give whole months from 0 to 120." });
    expect(await choose({ visitMonths: 14 })).toEqual({ visitMonths: "Give whole months from 1 to 13." });
    expect(await choose({ messageMonths: "1.5" })).toHaveProperty("messageMonths");
    expect(await choose({ enquiryMonths: "NaN", afterOptOut: "nothing" })).toEqual({
      enquiryMonths: "Give whole months from 1 to 36.",
      afterOptOut: "Choose one of the two.",
    });
    expect(await choose({ uploadMonths: 3 })).toMatchObject({ uploadMonths: 3, visitMonths: 13 });
    const stranger = { kind: "apiKey", keyId: "x", workspaceId: deps.ids.next(), scopes: [] } as const;
    const other = chooseRetention(deps, stranger, { workspaceId, choices: { peopleMonths: 1 } });
    await expect(other).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("[retention.customer] what people sent", () => {
  it("goes before them when the customer wants that: submissions, their history and files", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("sent");
    const [lead] = await insertTestLeads(deps, workspaceId, [{ email: "ada@example.org" }]);
    await insertSubmission(workspaceId, lead?.id ?? "", true);
    deps.clock.advance(100 * day);
    await insertSubmission(workspaceId, lead?.id ?? "", true);
    expect(await runAsForetold()).toEqual({});

    await chooseRetention(deps, actor, { workspaceId, choices: { uploadMonths: 3 } });
    expect(await runAsForetold()).toEqual({ lead_files: 1 });
    await chooseRetention(deps, actor, { workspaceId, choices: { submissionMonths: 2, uploadMonths: 0 } });
    expect(await runAsForetold()).toEqual({ submissions: 1 });
    deps.clock.advance(90 * day);
    expect(await runAsForetold()).toEqual({ submissions: 1, lead_files: 1 });
    expect(await leadsOf(workspaceId)).toEqual(["ada@example.org"]);
    expect(await deps.files.listUploads(workspaceId, deps.clock.now())).toEqual([]);
  });
});

describe("[retention.schedule] thirty days after an opt-out", () => {
  const optOut = (workspaceId: string, addressHash: string, topicId = "") =>
    suppressAddress(instance(), actor, {
      workspaceId,
      addressHash,
      topicId,
      reason: "unsubscribe",
      source: "page",
    });

  it("only the hash, the proof of consent and counts are left", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("left");
    const leads = await insertTestLeads(deps, workspaceId, [
      { email: "all@example.org" },
      { email: "topic@example.org" },
      { email: "back@example.org" },
      { email: "bounced@example.org" },
    ]);
    const [all, topic, back, bounced] = leads as [
      (typeof leads)[0],
      (typeof leads)[0],
      (typeof leads)[0],
      (typeof leads)[0],
    ];
    await insertDelivery(workspaceId, all);
    await insertSubmission(workspaceId, all.id, true);
    deps.clock.advance(day);
    await optOut(workspaceId, all.addressHash);
    await optOut(workspaceId, back.addressHash);
    await optOut(workspaceId, topic.addressHash, deps.ids.next());
    await suppressAddress(deps, actor, {
      workspaceId,
      addressHash: bounced.addressHash,
      reason: "bounce",
      source: "provider",
    });
    deps.clock.advance(20 * day);
    await deps.db
      .updateTable("leads")
      .set({ last_submission_at: deps.clock.now() })
      .where("id", "=", back.id)
      .execute();
    deps.clock.advance(9 * day);
    expect(await runAsForetold()).toEqual({});
    deps.clock.advance(2 * day);
    expect(await runAsForetold()).toEqual({ leads: 1 });
    expect(await leadsOf(workspaceId)).toEqual([
      "back@example.org",
      "bounced@example.org",
      "topic@example.org",
    ]);

    const found = JSON.stringify(
      await Promise.all(
        (["leads", "deliveries", "submissions", "lead_files", "consents", "suppressions"] as const).map(
          (table) => deps.db.selectFrom(table).selectAll().where("workspace_id", "=", workspaceId).execute(),
        ),
      ),
    );
    expect(found).not.toContain("all@example.org");
    expect(found).not.toContain(all.id);
    expect(found).not.toContain("cv.pdf");
    expect(found).toContain(all.addressHash);
    const left = await deps.db
      .selectFrom("deliveries")
      .select(["state", "lead_id", "address_hash"])
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(left).toEqual([{ state: "sent", lead_id: "", address_hash: "" }]);
  });

  it("only their mail is forgotten where the customer keeps people for another reason", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("clients");
    await chooseRetention(deps, actor, { workspaceId, choices: { afterOptOut: "mail" } });
    const leads = await insertTestLeads(deps, workspaceId, [
      { email: "client@example.org" },
      { email: "reader@example.org" },
    ]);
    for (const lead of leads) await insertDelivery(workspaceId, lead);
    await optOut(workspaceId, leads[0]?.addressHash ?? "");
    deps.clock.advance(31 * day);
    expect(await runAsForetold()).toEqual({ mail_histories: 1 });
    expect(await leadsOf(workspaceId)).toHaveLength(2);
    const named = await deps.db
      .selectFrom("deliveries")
      .select("email")
      .where("workspace_id", "=", workspaceId)
      .where("lead_id", "!=", "")
      .execute();
    expect(named).toEqual([{ email: "reader@example.org" }]);
    expect(await runAsForetold()).toEqual({});
  });
});

describe("a run of retention", () => {
  it("leaves people alone whose data rests or who wait for an answer [rights.restrict]", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("resting");
    const leads = await insertTestLeads(deps, workspaceId, [
      { email: "disputes@example.org" },
      { email: "waits@example.org" },
    ]);
    const own = { workspace_id: workspaceId };
    const [disputes, waits] = leads;
    await deps.db
      .insertInto("restrictions")
      .values({
        ...own,
        lead_id: disputes?.id ?? "",
        reason: "Says it is wrong",
        created_at: 1,
        lifted_at: null,
      })
      .execute();
    await deps.db
      .insertInto("privacy_requests")
      .values({
        ...own,
        id: deps.ids.next(),
        kind: "access",
        email: "waits@example.org",
        address_hash: waits?.addressHash ?? "",
        name: "",
        message: "",
        state: "open",
        created_at: deps.clock.now(),
        confirmed_at: deps.clock.now(),
        due_at: deps.clock.now(),
        closed_at: null,
        closed_by: "",
        answer: "",
        locale: "en",
      })
      .execute();
    deps.clock.advance(900 * day);
    expect(await runAsForetold()).not.toHaveProperty("leads");
    expect(await leadsOf(workspaceId)).toHaveLength(2);

    const closed = deps.clock.now();
    await deps.db
      .updateTable("privacy_requests")
      .set({ state: "done", closed_at: closed, answer: "Here it is, Ada" })
      .execute();
    await deps.db.updateTable("restrictions").set({ lifted_at: closed }).execute();
    expect(await runAsForetold()).toMatchObject({ leads: 2 });
    deps.clock.advance(730 * day);
    expect(await runAsForetold()).not.toHaveProperty("privacy_requests");
    deps.clock.advance(2 * day);
    expect(await runAsForetold()).toMatchObject({ privacy_requests: 1 });
    const [request] = await deps.db
      .selectFrom("privacy_requests")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(request).toMatchObject({
      email: "",
      answer: "",
      kind: "access",
      state: "done",
      closed_at: closed,
    });
  });

  it("that is killed in the middle goes on where it stopped, and a hold in between stops it [retention.hold]", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("killed");
    const people = Array.from({ length: 130 }, (_, index) => ({ email: `p${index}@example.org` }));
    await insertTestLeads(deps, workspaceId, people);
    deps.clock.advance(800 * day);
    let batches = 0;
    const failing = {
      ...deps,
      journal: {
        ...deps.journal,
        append: async (entries: Parameters<typeof deps.journal.append>[0]) => {
          batches += 1;
          if (batches === 2) throw new Error("killed");
          await deps.journal.append(entries);
        },
      },
    };
    await expect(applyRetention(failing, actor)).rejects.toThrow("killed");
    expect(await leadsOf(workspaceId)).toHaveLength(120);
    await hold(workspaceId, deps.clock.now());
    expect(await dueOfPeople()).toEqual([]);
    expect((await applyRetention(deps, actor)).held).toBeGreaterThan(0);
    expect(await leadsOf(workspaceId)).toHaveLength(120);
    await deps.db
      .updateTable("legal_holds")
      .set({ released_at: 1 })
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(await runAsForetold()).toMatchObject({ leads: 120 });
    const erased = (await deps.journal.read()).filter(
      (entry) => entry.kind === "lead.erased" && entry.workspaceId === workspaceId,
    );
    expect(new Set(erased.map((entry) => entry.leadId)).size).toBe(130);
  });
});
