import path from "node:path";
import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestLeads, type TestLead } from "~/testing/factories/test-campaign";
import { insertRow } from "~/testing/insert-row";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { consentGate } from "../consent/consent-gate.server";
import { recordConsents } from "../consent/record-consents.server";
import { withdrawConsent } from "../consent/withdraw-consent.server";
import { defineReaction, dispatchEvents } from "../events/dispatch-events.server";
import { openFileStore } from "../files/file-store.server";
import { deleteLead } from "../leads/delete-leads.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import { forgetQuoted } from "../testimonials/delete-testimonial.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { chooseRetention } from "../workspaces/update-workspace.server";
import { applyRetention } from "./apply-retention.server";
import { lookAtRetention } from "./look-at-retention.server";

const opened = useTestInstance();
const day = 86_400_000;
const actor = { kind: "system", reason: "test" } as const;

function instance() {
  const { deps, folder } = opened();
  return { ...deps, files: openFileStore({ folder: path.join(folder, "files"), keys: deps.keys }) };
}

async function freshWorkspace(slug: string): Promise<string> {
  const deps = instance();
  const workspaceId = await insertTestWorkspace(deps, slug);
  await chooseRetention(deps, actor, { workspaceId, choices: { peopleMonths: 24 } });
  return workspaceId;
}

async function person(workspaceId: string, email: string): Promise<TestLead> {
  const [lead] = await insertTestLeads(instance(), workspaceId, [{ email }]);
  if (!lead) throw new Error("no lead");
  return lead;
}

const remaining = async (workspaceId: string): Promise<string[]> => {
  const rows = await instance()
    .db.selectFrom("leads")
    .select("email")
    .where("workspace_id", "=", workspaceId)
    .orderBy("email")
    .execute();
  return rows.map(({ email }) => email);
};

async function decide(workspaceId: string, { id, addressHash, email }: TestLead) {
  const message = { workspaceId, leadId: id, addressHash, email, topicId: "", kind: "marketing" } as const;
  return (await consentGate.decide(instance().db, [message as never]))[0];
}

/** As an import says of somebody that they agreed. */
const importAgain = async (workspaceId: string, email: string) => {
  const deps = instance();
  const [lead] = await insertTestLeads(deps, workspaceId, [{ email }], { mail: false });
  if (!lead) throw new Error("no lead");
  const about = { addressHash: lead.addressHash, leadId: lead.id, wording: "At the fair" };
  await deps.transact((tx) =>
    recordConsents(
      deps,
      tx,
      workspaceId,
      ["mail", "tracking"].map((purpose) => ({ ...about, purpose, act: "imported", method: "import" })),
    ),
  );
  return lead;
};

describe("an opt-out", () => {
  it("that staff noted outlives the person, who is not written to when imported again", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("noted");
    const { id: leadId, addressHash } = await person(workspaceId, "left@example.org");
    for (const purpose of ["mail", "tracking"]) {
      await withdrawConsent(deps, actor, { workspaceId, leadId, addressHash, purpose, method: "staff" });
    }
    deps.clock.advance(31 * day);
    await applyRetention(deps, actor);
    expect(await remaining(workspaceId)).toEqual([]);

    const again = await importAgain(workspaceId, "left@example.org");
    expect(await decide(workspaceId, again)).toEqual({ exclude: "consent_withdrawn" });
    const states = await deps.db
      .selectFrom("consent_states")
      .select(["purpose", "state"])
      .where("workspace_id", "=", workspaceId)
      .orderBy("purpose")
      .execute();
    expect(states).toEqual([
      { purpose: "mail", state: "withdrawn" },
      { purpose: "tracking", state: "withdrawn" },
    ]);
  });

  it("outlives an erasure on request, while an agreement does not", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("asked-to-go");
    const left = await person(workspaceId, "left@example.org");
    const agreed = await person(workspaceId, "agreed@example.org");
    const about = { workspaceId, leadId: left.id, addressHash: left.addressHash, purpose: "mail" };
    await withdrawConsent(deps, actor, { ...about, method: "staff" });
    for (const { id: leadId } of [left, agreed]) await deleteLead(deps, actor, { workspaceId, leadId });
    const states = await deps.db
      .selectFrom("consent_states")
      .select("address_hash")
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(states).toEqual([{ address_hash: left.addressHash }]);
    expect(await decide(workspaceId, await importAgain(workspaceId, "left@example.org"))).not.toBe("allow");
  });

  it("from before a new enquiry does not take the enquiry away after thirty days", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("asks-again");
    const asks = await person(workspaceId, "asks@example.org");
    const { addressHash } = await person(workspaceId, "silent@example.org");
    const optOut = { workspaceId, reason: "unsubscribe", source: "page" } as const;
    deps.clock.advance(day);
    await suppressAddress(deps, actor, { ...optOut, addressHash: asks.addressHash });
    await suppressAddress(deps, actor, { ...optOut, addressHash });
    deps.clock.advance(10 * day);
    await deps.db
      .updateTable("leads")
      .set({ last_submission_at: deps.clock.now() })
      .where("id", "=", asks.id)
      .execute();
    deps.clock.advance(100 * day);
    await applyRetention(deps, actor);
    expect(await remaining(workspaceId)).toEqual(["asks@example.org"]);
  });
});

const insertQuote = async (workspaceId: string, { email, addressHash }: TestLead) => {
  const { db, ids, clock } = instance();
  const at = clock.now();
  const said = { email, address_hash: addressHash, name: "Ada", role: "", words: "Good bread", picture: "" };
  const times = { asked_at: at, answered_at: at, created_at: at, updated_at: at };
  const row = { workspace_id: workspaceId, id: ids.next(), ...said, ...times };
  await db
    .insertInto("testimonials")
    .values({ ...row, site_id: "", language: "en", state: "agreed", asked: "{}", shown: "{}", revision: 1 })
    .execute();
};

async function send(workspaceId: string, lead: TestLead, given: { tracked: number; bounced?: true }) {
  const { db, ids, clock } = instance();
  const at = clock.now();
  const campaignId = ids.next();
  const refs = { sender_id: "", topic_id: "", segment_id: "", version_id: "", audience_cursor: "" };
  const times = {
    send_at: null,
    created_at: at,
    updated_at: at,
    started_at: at,
    finished_at: at,
    paused_by: "",
  };
  const texts = { name: "News", subject: "", preheader: "", document: "{}" };
  await db
    .insertInto("campaigns")
    .values({
      ...{ workspace_id: workspaceId, id: campaignId, ...texts, ...refs, ...times },
      ...{ revision: 1, state: "sent", candidates: 1 },
    })
    .execute();
  const whose = { lead_id: lead.id, email: lead.email, address_hash: lead.addressHash };
  const work = { lease_owner: "", lease_until: 0, lease_epoch: 0, attempts: 1, run_at: at };
  await db
    .insertInto("deliveries")
    .values({
      ...{ workspace_id: workspaceId, id: ids.next(), campaign_id: campaignId, ...whose, ...work },
      ...{ state: "sent", reason: "", detail: "", tracked: given.tracked, sent_at: at },
      bounced_at: given.bounced ? at : null,
    })
    .execute();
}

describe("[retention.customer] people who go by themselves", () => {
  it("are not those who get a newsletter that nobody watches", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("unwatched");
    const reads = await person(workspaceId, "reads@example.org");
    const ignores = await person(workspaceId, "ignores@example.org");
    const lost = await person(workspaceId, "lost@example.org");
    deps.clock.advance(300 * day);
    await send(workspaceId, reads, { tracked: 0 });
    await send(workspaceId, ignores, { tracked: 1 });
    await send(workspaceId, lost, { tracked: 0, bounced: true });
    deps.clock.advance(440 * day);
    await applyRetention(deps, actor);
    expect(await remaining(workspaceId)).toEqual(["reads@example.org"]);
    await applyRetention(deps, actor);
    expect(await remaining(workspaceId)).toEqual(["reads@example.org"]);
    deps.clock.advance(300 * day);
    await applyRetention(deps, actor);
    expect(await remaining(workspaceId)).toEqual([]);
  });

  it("are not those who fetched something lately, when the notes of it went before", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("fetched");
    await chooseRetention(deps, actor, { workspaceId, choices: { submissionMonths: 1 } });
    const lead = await person(workspaceId, "fetched@example.org");
    await person(workspaceId, "never@example.org");
    deps.clock.advance(500 * day);
    const own = { workspace_id: workspaceId, id: deps.ids.next(), lead_id: lead.id, submission_id: "" };
    const fetched = { file_id: "", name: "guide.pdf", machine: 0, created_at: deps.clock.now() };
    await deps.db
      .insertInto("lead_downloads")
      .values({ ...own, ...fetched })
      .execute();
    deps.clock.advance(100 * day);
    expect((await applyRetention(deps, actor)).done).toMatchObject({ lead_downloads: 1 });
    deps.clock.advance(200 * day);
    await applyRetention(deps, actor);
    expect(await remaining(workspaceId)).toEqual(["fetched@example.org"]);
  });

  it("leave what they let others quote of them: that has a consent of its own", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("quoted");
    const lead = await person(workspaceId, "quoted@example.org");
    await insertQuote(workspaceId, lead);
    deps.clock.advance(800 * day);
    await applyRetention(deps, actor);
    expect(await remaining(workspaceId)).toEqual([]);
    const forget = defineReaction("lead.erased", "test.forget", (tx, { addressHash = "" }) =>
      forgetQuoted(deps, tx, { workspaceId, addressHash }),
    );
    while ((await dispatchEvents(deps, [forget])) > 0);
    const quotes = () =>
      deps.db.selectFrom("testimonials").select("words").where("workspace_id", "=", workspaceId).execute();
    expect(await quotes()).toEqual([{ words: "Good bread" }]);
    const entry = (await deps.journal.read()).find((each) => each.leadId === lead.id);
    expect(entry).not.toHaveProperty("addressHash");
  });
});

describe("a person whose data rests or who waits for an answer [rights.restrict]", () => {
  it("keeps what is too old until then: messages, who opened and clicked, visits and downloads", async () => {
    const deps = instance();
    const workspaceId = await freshWorkspace("resting-rows");
    await chooseRetention(deps, actor, { workspaceId, choices: { submissionMonths: 1 } });
    const disputes = await person(workspaceId, "disputes@example.org");
    const waits = await person(workspaceId, "waits@example.org");
    const other = await person(workspaceId, "other@example.org");
    const at = deps.clock.now();
    const own = { workspace_id: workspaceId };
    const pageId = deps.ids.next();
    await insertRow(deps, "pages", { ...own, id: pageId, variant_of: "", document: "{}" });
    await insertRow(deps, "page_progress", { ...own, page_id: pageId, sealed_until: at + 9000 * day });
    const visitOf = new Map<string, string>();
    for (const lead of [disputes, waits, other]) {
      await send(workspaceId, lead, { tracked: 1 });
      const note = { submission_id: "", file_id: "", name: "guide.pdf", machine: 1, created_at: at };
      await deps.db
        .insertInto("lead_downloads")
        .values({ ...own, id: deps.ids.next(), lead_id: lead.id, ...note })
        .execute();
      const { id: delivery_id } = await deps.db
        .selectFrom("deliveries")
        .select("id")
        .where("workspace_id", "=", workspaceId)
        .where("lead_id", "=", lead.id)
        .executeTakeFirstOrThrow();
      await insertRow(deps, "opens", { ...own, delivery_id, at });
      await insertRow(deps, "clicks", { ...own, delivery_id, at });
      const visit_id = deps.ids.next();
      await insertRow(deps, "submissions", {
        ...own,
        id: deps.ids.next(),
        lead_id: lead.id,
        visit_id,
        created_at: at,
      });
      await insertRow(deps, "visits", { ...own, id: visit_id, page_id: pageId, at });
      visitOf.set(lead.id, visit_id);
    }
    const dispute = { lead_id: disputes.id, reason: "Says it is wrong", created_at: at, lifted_at: null };
    await deps.db
      .insertInto("restrictions")
      .values({ ...own, ...dispute })
      .execute();
    const about = { kind: "access", email: waits.email, address_hash: waits.addressHash, state: "open" };
    const texts = { name: "", message: "", closed_by: "", answer: "", locale: "en" };
    const times = { created_at: at, confirmed_at: at, due_at: at, closed_at: null };
    await deps.db
      .insertInto("privacy_requests")
      .values({ ...own, id: deps.ids.next(), ...about, ...texts, ...times })
      .execute();
    deps.clock.advance(450 * day);
    const { due } = await lookAtRetention(deps, await getWorkspace(deps.db, workspaceId));
    const ofPeople = due.filter(({ retention }) => retention !== "security");
    expect(ofPeople.map(({ table, rows }) => [table, rows]).sort()).toEqual([
      ["clicks", 1],
      ["deliveries", 1],
      ["lead_downloads", 1],
      ["opens", 1],
      ["submissions", 1],
      ["visits", 1],
    ]);
    await applyRetention(deps, actor);
    const named = async (table: "deliveries" | "lead_downloads") => {
      const rows = await deps.db
        .selectFrom(table)
        .select("lead_id")
        .where("workspace_id", "=", workspaceId)
        .where("lead_id", "!=", "")
        .orderBy("lead_id")
        .execute();
      return rows.map((row) => row.lead_id);
    };
    expect(await named("deliveries")).toEqual([disputes.id, waits.id].sort());
    expect(await named("lead_downloads")).toEqual([disputes.id, waits.id].sort());
    const visits = async () =>
      (await deps.db.selectFrom("visits").select("id").where("workspace_id", "=", workspaceId).execute()).map(
        ({ id }) => id,
      );
    expect(await visits()).toEqual([visitOf.get(disputes.id), visitOf.get(waits.id)]);
    for (const table of ["opens", "clicks"] as const) {
      const of = deps.db.selectFrom(table).select("delivery_id").where("workspace_id", "=", workspaceId);
      expect(await of.where("delivery_id", "!=", "").execute()).toHaveLength(2);
      expect(await of.execute(), "counts stay").toHaveLength(3);
    }

    await deps.db.updateTable("restrictions").set({ lifted_at: deps.clock.now() }).execute();
    await deps.db.updateTable("privacy_requests").set({ state: "done" }).execute();
    await applyRetention(deps, actor);
    expect(await visits()).toEqual([]);
    expect(await named("deliveries")).toEqual([]);
    const opened = deps.db.selectFrom("opens").select("delivery_id").where("workspace_id", "=", workspaceId);
    expect(await opened.where("delivery_id", "!=", "").execute()).toEqual([]);
  });
});

describe("a workspace whose run fails", () => {
  it("stops nobody else's, and the run says so at its end", async () => {
    const deps = instance();
    const broken = await freshWorkspace("broken");
    const whole = await freshWorkspace("whole");
    const { id } = await person(broken, "stuck@example.org");
    await person(whole, "goes@example.org");
    deps.clock.advance(800 * day);
    const failing = {
      ...deps,
      journal: {
        ...deps.journal,
        append: async (entries: Parameters<typeof deps.journal.append>[0]) => {
          if (entries.some(({ leadId }) => leadId === id)) throw new Error("no space left");
          await deps.journal.append(entries);
        },
      },
    };
    await expect(applyRetention(failing, actor)).rejects.toThrow("no space left");
    expect(await remaining(broken)).toEqual(["stuck@example.org"]);
    expect(await remaining(whole)).toEqual([]);
  });
});
