import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { assembleServerDeps } from "~/server/assemble.server";
import type { ServerDeps } from "~/server/server-deps";
import { openTestInstance, type TestInstance } from "~/testing/db/test-deps";
import {
  insertTestLeads,
  makeTestCampaign,
  makeTestWriter,
  system,
  type TestLead,
} from "~/testing/factories/test-campaign";
import { type SmtpSink, startSmtpSink } from "~/testing/smtp/smtp-sink";
import { stripeKey, stripeSecret } from "~/testing/stripe/stripe-server";
import { confirmRestore } from "../acceptable-use/confirm-restore.server";
import { insertStandingAction } from "../acceptable-use/standing-action-queries.server";
import { insertAgreement } from "../billing/agreement-queries.server";
import { chooseMailFrequency } from "../consent/mail-frequency.server";
import { writeInstanceFact } from "../keys/instance-fact.server";
import { deleteLead } from "../leads/delete-leads.server";
import { createSmtpTransport } from "../mail/smtp-transport.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import { changeStanding } from "../workspaces/change-standing.server";
import type { Standing } from "../workspaces/standing";
import { countDeliveries } from "./count-deliveries.server";
import { type DeliveryEngine, startDeliveryEngine } from "./delivery-engine.server";
import { insertDeliveries } from "./delivery-queries.server";
import { findPause } from "./find-pause.server";
import { forecastDelivery } from "./forecast-delivery.server";
import { getCampaign } from "./get-campaign.server";
import { pauseRestored } from "./pause-restored.server";
import { resumeDelivery } from "./resume-delivery.server";
import { startDelivery } from "./start-delivery.server";

let instance: TestInstance;
let deps: ServerDeps & { clock: TestInstance["deps"]["clock"] };
let sink: SmtpSink;
let engine: DeliveryEngine | undefined;
beforeAll(async () => {
  instance = await openTestInstance({
    SMTP_CONNECTIONS: "2",
    STRIPE_SECRET_KEY: stripeKey,
    STRIPE_WEBHOOK_SECRET: stripeSecret,
  });
  deps = { ...assembleServerDeps(instance.deps), clock: instance.deps.clock };
  sink = await startSmtpSink();
});
afterAll(async () => {
  await sink?.close();
  await instance?.close();
});
afterEach(async () => {
  await engine?.stop();
  engine = undefined;
  await writeInstanceFact(deps, "marketing_blocked", "0");
  // What a failed test left half sent must not reach the next one's mail server.
  await deps.db.updateTable("campaigns").set({ state: "stopped", finished_at: 1 }).execute();
});

const run = () => {
  const transport = createSmtpTransport(sink.url, deps.config.origins.app);
  engine = startDeliveryEngine(deps, { transport, gates: deps.gates });
};

async function until(done: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 25_000;
  while (!(await done())) {
    if (Date.now() > end) throw new Error("It did not happen in time");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let made = 0;
/** A campaign to `people`, with a mail server that takes its time. */
async function draft(people: number) {
  made += 1;
  const domain = `hold${made}.example`;
  const own = await makeTestWriter(deps, `hold-${made}`);
  const { workspaceId } = own;
  const emails = Array.from({ length: people }, (_, index) => ({ email: `p${index}@${domain}` }));
  const leads = await insertTestLeads(deps, workspaceId, emails);
  const { id: campaignId } = await makeTestCampaign(deps, own);
  sink.messages.splice(0);
  sink.onMessage = () => new Promise((resolve) => setTimeout(resolve, 40));
  const at = { workspaceId, campaignId };
  return {
    ...at,
    leads,
    start: () => startDelivery(deps, system, at),
    resume: () => resumeDelivery(deps, system, at),
    counts: () => countDeliveries(deps, workspaceId, campaignId),
    state: async () => (await getCampaign(deps, workspaceId, campaignId)).state,
  };
}

const stand = (workspaceId: string, standing: Standing) =>
  deps.transact((tx) => changeStanding(deps, tx, system, { workspaceId, standing, reason: "test" }));

const decide = (workspaceId: string, action: "suspend" | "reinstate") =>
  insertStandingAction(deps.db, {
    ...{ id: deps.ids.next(), workspaceId, action, rule: "spam", reason: "test" },
    ...{ actorId: "", createdAt: deps.clock.now() },
  });

const owe = async (workspaceId: string, status: string, since: number | null) => {
  const agreement = {
    workspaceId,
    customerId: `cus_${workspaceId}`,
    payerEmail: "a@b.example",
    payerName: "",
  };
  const known = await deps.db
    .selectFrom("billing_agreements")
    .select("status")
    .where("workspace_id", "=", workspaceId)
    .execute();
  if (known.length === 0) await insertAgreement(deps.db, { ...agreement, at: 1 });
  await deps.db
    .updateTable("billing_agreements")
    .set({ status, unpaid_since: since })
    .where("workspace_id", "=", workspaceId)
    .execute();
};

const staff = { kind: "staff", accountId: "" } as const;

/** Everything that is no matter of one person and passes. */
const reasons: {
  what: string;
  code: string;
  begins(workspaceId: string): Promise<unknown>;
  ends(workspaceId: string): Promise<unknown>;
}[] = [
  {
    what: "a pause of its sending",
    code: "workspace_may_not_send",
    begins: (id) => stand(id, "paused"),
    ends: (id) => stand(id, "good"),
  },
  {
    what: "a notice to leave that is taken back",
    code: "workspace_may_not_send",
    begins: (id) => stand(id, "closing"),
    ends: (id) => stand(id, "good"),
  },
  {
    what: "a suspension that its standing does not show",
    code: "suspended",
    begins: (id) => decide(id, "suspend"),
    ends: (id) => decide(id, "reinstate"),
  },
  {
    what: "a payment that becomes overdue",
    code: "payment_overdue",
    begins: (id) => owe(id, "past_due", deps.clock.now() - 15 * 86_400_000),
    ends: (id) => owe(id, "active", null),
  },
  {
    what: "a restore that lost the journal",
    code: "restored_without_journal",
    begins: () => writeInstanceFact(deps, "marketing_blocked", "1"),
    ends: () => confirmRestore(deps, staff),
  },
];

describe("what keeps a whole workspace from sending", () => {
  it.each(reasons)(
    "$what holds the rest, leaves nobody out, and lets it go on after [aup.suspend]",
    async (reason) => {
      const campaign = await draft(24);
      await campaign.start();
      run();
      await sink.waitFor(6);
      await reason.begins(campaign.workspaceId);
      await until(async () => (await campaign.state()) === "paused");
      await until(async () => (await campaign.counts()).states.sending === 0);
      const sent = sink.messages.length;
      expect(sent).toBeLessThan(24);
      const { states, candidates, excluded } = await campaign.counts();
      expect({ states, candidates, excluded }).toMatchObject({
        candidates: 24,
        states: { sent, prepared: 24 - sent, excluded: 0 },
        excluded: {},
      });
      await expect(campaign.resume()).rejects.toMatchObject({ code: reason.code });
      await reason.ends(campaign.workspaceId);
      await campaign.resume();
      await until(async () => (await campaign.state()) === "sent");
      expect([...sink.countByRecipient().values()]).toEqual(Array(24).fill(1));
    },
  );

  it.each(reasons)("$what is told before a start, beside who would be left out anyway", async (reason) => {
    const campaign = await draft(3);
    const { workspaceId } = campaign;
    const addressHash = campaign.leads[0]?.addressHash ?? "";
    const why = { reason: "unsubscribe", source: "one_click" } as const;
    await suppressAddress(deps, system, { workspaceId, addressHash, ...why });
    expect(await forecastDelivery(deps, campaign)).toMatchObject({ prepared: 2, holds: undefined });
    await reason.begins(workspaceId);
    const forecast = await forecastDelivery(deps, campaign);
    expect(forecast).toMatchObject({ candidates: 3, prepared: 2, excluded: { suppressed: 1 } });
    expect(forecast.holds).toMatch(/^[A-Z]/);
    await reason.ends(workspaceId);
  });

  it.each(reasons)(
    "$what keeps a draft from starting, and holds one whose time comes meanwhile",
    async (reason) => {
      const campaign = await draft(3);
      await reason.begins(campaign.workspaceId);
      await expect(campaign.start()).rejects.toMatchObject({ code: reason.code });
      expect(await campaign.state()).toBe("draft");
      expect(await forecastDelivery(deps, campaign)).toMatchObject({
        candidates: 3,
        prepared: 3,
        excluded: {},
      });
      await reason.ends(campaign.workspaceId);
      await startDelivery(deps, system, { ...campaign, at: deps.clock.now() + 3_600_000 });
      await reason.begins(campaign.workspaceId);
      deps.clock.advance(3_700_000);
      run();
      await until(async () => (await campaign.state()) === "paused");
      expect((await campaign.counts()).states).toMatchObject({ prepared: 3, excluded: 0 });
      expect(sink.messages).toHaveLength(0);
      await reason.ends(campaign.workspaceId);
    },
  );
});

/** What is true of one person: the message would be against their will, or nobody could answer for it. */
const ofPersons: {
  reason: string;
  happens(at: { workspaceId: string }, lead: TestLead): Promise<unknown>;
}[] = [
  {
    reason: "suppressed",
    happens: ({ workspaceId }, { addressHash }) =>
      suppressAddress(deps, system, { workspaceId, addressHash, reason: "unsubscribe", source: "one_click" }),
  },
  {
    reason: "bounced",
    happens: ({ workspaceId }, { addressHash }) =>
      suppressAddress(deps, system, { workspaceId, addressHash, reason: "bounce", source: "provider" }),
  },
  {
    reason: "complained",
    happens: ({ workspaceId }, { addressHash }) =>
      suppressAddress(deps, system, { workspaceId, addressHash, reason: "complaint", source: "provider" }),
  },
  { reason: "consent_withdrawn", happens: (at, lead) => setConsent(at, lead, "withdrawn") },
  { reason: "not_confirmed", happens: (at, lead) => setConsent(at, lead, "pending") },
  {
    reason: "no_basis",
    happens: ({ workspaceId }, { addressHash }) =>
      deps.db
        .deleteFrom("consent_states")
        .where("workspace_id", "=", workspaceId)
        .where("address_hash", "=", addressHash)
        .execute(),
  },
  {
    reason: "restricted",
    happens: ({ workspaceId }, { id }) =>
      deps.db
        .insertInto("restrictions")
        .values({
          workspace_id: workspaceId,
          lead_id: id,
          reason: "disputes it",
          created_at: 1,
          lifted_at: null,
        })
        .execute(),
  },
  {
    reason: "frequency",
    happens: async ({ workspaceId }, lead) => {
      const { addressHash } = lead;
      await chooseMailFrequency(deps.db, workspaceId, addressHash, { everyDays: 30, at: deps.clock.now() });
      // Another campaign wrote to them today.
      const row = await deps.db
        .selectFrom("deliveries")
        .selectAll()
        .where("workspace_id", "=", workspaceId)
        .where("address_hash", "=", addressHash)
        .executeTakeFirstOrThrow();
      const another = { id: deps.ids.next(), campaign_id: deps.ids.next() };
      await insertDeliveries(deps.db, [{ ...row, ...another, state: "sent", sent_at: deps.clock.now() }]);
    },
  },
  {
    reason: "erased",
    happens: ({ workspaceId }, { id }) => deleteLead(deps, system, { workspaceId, leadId: id }),
  },
];

const setConsent = ({ workspaceId }: { workspaceId: string }, { addressHash }: TestLead, state: string) =>
  deps.db
    .updateTable("consent_states")
    .set({ state })
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "=", addressHash)
    .execute();

describe("what is true of one person", () => {
  it("leaves that person out, with the reason, and nobody else [email.unsolicited]", async () => {
    const campaign = await draft(ofPersons.length + 2);
    await campaign.start();
    for (const [index, { happens }] of ofPersons.entries()) {
      const lead = campaign.leads[index];
      if (lead) await happens(campaign, lead);
    }
    run();
    await until(async () => (await campaign.state()) === "sent");
    expect(await campaign.counts()).toMatchObject({
      candidates: ofPersons.length + 2,
      states: { sent: 2, excluded: ofPersons.length, prepared: 0 },
      excluded: Object.fromEntries(ofPersons.map(({ reason }) => [reason, 1])),
    });
    const others = campaign.leads.slice(ofPersons.length).map(({ email }) => email);
    expect([...sink.countByRecipient().keys()].sort()).toEqual(others.sort());
  });
});

describe("a backup that is put back [account.backup]", () => {
  it("pauses what was under way, being frozen or scheduled, until a person lets it go on", async () => {
    const sending = await draft(2);
    await sending.start();
    const due = await draft(2);
    await startDelivery(deps, system, { ...due, at: deps.clock.now() + 1000 });
    const later = await draft(2);
    await startDelivery(deps, system, { ...later, at: deps.clock.now() + 86_400_000 });
    const preparing = await draft(3);
    await preparing.start();
    await deps.db
      .updateTable("campaigns")
      .set({ state: "preparing", audience_cursor: "", candidates: 0 })
      .where("id", "=", preparing.campaignId)
      .execute();
    await deps.db.deleteFrom("deliveries").where("campaign_id", "=", preparing.campaignId).execute();
    deps.clock.advance(60_000);
    expect(await pauseRestored(deps)).toBe(4);
    run();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(sink.messages).toHaveLength(0);
    expect(await Promise.all([sending, due, preparing, later].map(({ state }) => state()))).toEqual([
      ...["paused", "paused", "paused", "paused"],
    ]);
    expect(
      await findPause(
        deps,
        sending.workspaceId,
        await getCampaign(deps, sending.workspaceId, sending.campaignId),
      ),
    ).toEqual({ byPerson: false, holds: undefined, restored: true, senderRefused: undefined });
    await later.resume();
    expect(await later.state()).toBe("scheduled");
    await preparing.resume();
    await until(async () => (await preparing.state()) === "sent");
    expect((await preparing.counts()).states.sent).toBe(3);
  });
});
