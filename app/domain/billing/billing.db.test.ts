import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readOutboxMail } from "~/testing/db/read-outbox";
import { openTestInstance, type TestInstance } from "~/testing/db/test-deps";
import { makeTestSite } from "~/testing/factories/test-site";
import type { Item } from "~/testing/stripe/stripe-account";
import { type StripeServer, startStripe } from "~/testing/stripe/stripe-server";
import { backoffMs } from "../jobs/job";
import { createJobRunner } from "../jobs/job-runner.server";
import { changeStanding } from "../workspaces/change-standing.server";
import { paymentStanding } from "./agreement";
import { listAgreementRows } from "./agreement-queries.server";
import { closeJob, stopJob } from "./billing-job";
import { billingJobs } from "./billing-jobs.server";
import { changeRenewal } from "./change-renewal.server";
import { refreshPlans } from "./current-plans.server";
import { closeBillingLater, stopRenewalLater } from "./end-billing.server";
import { findBilling, settleReturn } from "./find-billing.server";
import { findEndingPlan } from "./find-ending-plan.server";
import { listPlans, listPrices } from "./list-plans.server";
import { offerPlans } from "./offer-plans.server";
import { openPortal } from "./open-portal.server";
import { listOrderRows, settleOrder } from "./order-queries.server";
import { paymentGate } from "./payment-gate.server";
import { finalWords, type Plan } from "./plan";
import { reconcileBilling } from "./reconcile-billing.server";
import { requirePayment } from "./require-payment.server";
import { startOrder } from "./start-order.server";
import { readStripeEvent, type StripeEvent } from "./stripe-event";
import { syncCustomer } from "./sync-customer.server";
import { takeStripeEvent } from "./take-stripe-event.server";

const staff = { kind: "system", reason: "test" } as const;
const day = 86_400_000;
let stripe: StripeServer;
let instance: TestInstance;
let plan: Plan;

beforeAll(async () => {
  stripe = await startStripe(() => instance.deps.clock.now());
  instance = await openTestInstance(stripe.settings);
  const price = stripe.account.addPrice("Harbour plan", 1900);
  stripe.account.addPrice("Ocean plan", 19_000, "year");
  stripe.account.addPrice("Old plan", 900, "month", false);
  await offerPlans(instance.deps, staff, [price.id]);
  plan = (await listPlans(instance.deps))[0] as Plan;
}, 60_000);
afterAll(async () => {
  await instance.close();
  await stripe.close();
});
beforeEach(() => {
  stripe.events.length = 0;
  stripe.calls.length = 0;
});

let made = 0;
async function shop() {
  made += 1;
  const { owner, workspaceId } = await makeTestSite(instance.deps, { slug: `shop-${made}` });
  const order = (more: Record<string, unknown> = {}) =>
    startOrder(instance.deps, owner, {
      workspaceId,
      priceId: plan.priceId,
      payerEmail: `payer-${workspaceId}@firm.example`,
      payerName: "Firm Ltd",
      agreedWords: finalWords(plan),
      agreed: true,
      how: "now",
      ...more,
    });
  const look = () => findBilling(instance.deps, workspaceId);
  const session = (url: string) => {
    const found = stripe.account.get(url.split("/").at(-1) ?? "");
    if (!found) throw new Error(`No session at ${url}`);
    return found;
  };
  return { owner, workspaceId, order, look, session, payer: `payer-${workspaceId}@firm.example` };
}

/** A workspace whose order was paid, as the events tell it. */
async function paying() {
  const own = await shop();
  const { url } = await own.order();
  const subscription = stripe.account.pay(own.session(url));
  await work();
  return { ...own, subscription, customerId: String(subscription.customer) };
}

const taken = (event: unknown) => takeStripeEvent(instance.deps, readStripeEvent(event) as StripeEvent);

/** Takes what Stripe tells, newest first and twice, and does the work. */
async function work() {
  for (const event of stripe.events.splice(0).reverse()) {
    await taken(event);
    await taken(event);
  }
  const runner = createJobRunner(instance.deps, "test", billingJobs(instance.deps));
  while ((await runner.runDue()) > 0);
}

async function stateOfOrder(workspaceId: string, id = ""): Promise<string | undefined> {
  return (await listOrderRows(instance.deps.db, workspaceId)).find((each) => each.id === id)?.state;
}

async function lettersTo(address: string): Promise<string[]> {
  return (await readOutboxMail(instance)).filter(({ to }) => to === address).map(({ subject }) => subject);
}

describe("plans", () => {
  it("are prices of Stripe that the operator offers; what is not sold any more goes", async () => {
    const { deps } = instance;
    const prices = await listPrices(deps);
    expect(prices.map(({ name, offered }) => [name, offered]).sort()).toEqual([
      ["Harbour plan", true],
      ["Ocean plan", false],
    ]);
    await expect(offerPlans(deps, staff, ["price_none"])).rejects.toMatchObject({ code: "price_gone" });
    const gone = stripe.account.addPrice("Gone plan", 100);
    await offerPlans(deps, staff, [plan.priceId, gone.id]);
    gone.active = false;
    stripe.account.happened("price.updated", gone);
    await work();
    expect((await listPlans(deps)).map(({ name }) => name)).toEqual(["Harbour plan"]);
  });

  it("are offered as the operator chose while Stripe answered", async () => {
    const { deps } = instance;
    const more = stripe.account.addPrice("More plan", 2900);
    stripe.state.onCall = async ({ path }) => {
      if (path !== "/v1/prices") return;
      stripe.state.onCall = undefined;
      await offerPlans(deps, staff, [plan.priceId, more.id]);
    };
    await refreshPlans(deps);
    expect((await listPlans(deps)).map(({ name }) => name)).toEqual(["Harbour plan", "More plan"]);
    await offerPlans(deps, staff, [plan.priceId]);
  });
});

describe("[billing.orders] an order", () => {
  it("is refused until its owner ticked, in the words shown, that it is final", async () => {
    const { order, look } = await shop();
    await expect(order({ agreed: false })).rejects.toMatchObject({
      details: { fields: { agreed: /final/ } },
    });
    await expect(order({ agreedWords: "Refunds on request" })).rejects.toMatchObject({
      code: "plan_changed",
    });
    await expect(order({ payerEmail: "nobody" })).rejects.toMatchObject({ code: "order_incomplete" });
    expect((await look()).started).toEqual([]);
    expect(stripe.calls).toEqual([]);
  });

  it("keeps the words and the time, shows them at the page of payment, and is confirmed by one letter each to payer and owner", async () => {
    const { order, look, session, payer, workspaceId } = await shop();
    const { url } = await order();
    expect(session(url)).toMatchObject({ message: finalWords(plan) });
    expect((await look()).started).toMatchObject([
      { agreedWords: finalWords(plan), agreedAt: expect.any(Number) },
    ]);
    expect(await lettersTo(payer)).toEqual([]);
    stripe.account.pay(session(url), "4242");
    await work();
    await work();
    expect(await look()).toMatchObject({
      agreement: { planName: "Harbour plan", status: "active", lastFour: "4242", amount: 1900, ends: false },
      standing: { kind: "good" },
      invoices: [{ status: "paid", amountPaid: 1900 }],
      started: [],
    });
    expect(await lettersTo(payer)).toEqual([expect.stringContaining("Order confirmed: Harbour plan")]);
    const letters = (await readOutboxMail(instance)).filter(({ subject }) =>
      subject.includes("Order confirmed"),
    );
    const own = letters.filter(({ text }) => text.includes(finalWords(plan)) && text.includes(`Firm Ltd`));
    expect(own.length).toBeGreaterThanOrEqual(1);
    const audit = await instance.deps.db
      .selectFrom("audit_entries")
      .select("action")
      .where("workspace_id", "=", workspaceId)
      .where("action", "like", "billing:%")
      .orderBy("id")
      .execute();
    expect(audit.map(({ action }) => action)).toEqual(["billing:order", "billing:plan"]);
  });

  it("may be paid by somebody else, who is told the same before paying", async () => {
    const { order, payer } = await shop();
    await order({ how: "send" });
    const [letter] = (await readOutboxMail(instance)).filter(({ to }) => to === payer);
    expect(letter?.text.replace(/\s+/g, " ")).toContain(finalWords(plan));
    expect(letter?.text).toContain("/pay/cs_test_");
  });

  it("closes the page of an earlier one, so that nothing is paid twice", async () => {
    const { order, session, look } = await shop();
    const first = session((await order()).url);
    await order();
    expect(first.status).toBe("expired");
    expect((await look()).started).toHaveLength(1);
    const paid = await paying();
    await expect(paid.order()).rejects.toMatchObject({ code: "plan_runs" });
  });

  it("stays unordered when Stripe is away, and says so", async () => {
    const { order } = await shop();
    stripe.state.away = true;
    await expect(order()).rejects.toMatchObject({ code: "stripe_unavailable" });
    stripe.state.away = false;
    expect((await order()).url).toContain("/pay/");
  }, 20_000);

  it("is only for owners, and each call that changes something carries a key of its own", async () => {
    const { workspaceId, owner, order } = await shop();
    const admin = { ...owner, role: "admin" } as const;
    await expect(openPortal(instance.deps, admin, { workspaceId })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(changeRenewal(instance.deps, admin, { workspaceId, renews: false })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await order();
    const posts = stripe.calls.filter(({ method }) => method === "POST");
    expect(posts.map(({ key }) => key !== "")).toEqual([true, true]);
    expect(new Set(posts.map(({ key }) => key)).size).toBe(2);
  });

  it("is open again when Stripe knows payer and page no more, as after a change from the test key to the live one", async () => {
    const { order, look, session, payer, workspaceId } = await shop();
    const first = session((await order()).url);
    const lost = (await look()).started[0];
    stripe.account.items.delete(first.id);
    expect(session((await order()).url).customer).toBe(first.customer);
    stripe.account.items.delete(String(first.customer));
    const next = session((await order()).url);
    expect(next.customer).not.toBe(first.customer);
    const started = (await look()).started;
    expect(started).toMatchObject([{ sessionId: next.id, payerEmail: payer }]);
    expect(started[0]?.id).not.toBe(lost?.id);
    expect(await stateOfOrder(workspaceId, lost?.id)).toBe("expired");
    stripe.account.pay(next);
    await work();
    expect((await look()).agreement).toMatchObject({ status: "active", customerId: next.customer });
    expect(await syncCustomer(instance.deps, String(first.customer))).toBe(true);
    expect((await look()).agreement).toMatchObject({ status: "active", customerId: next.customer });
  });

  it("by a debit waits while it is under way, tells nobody that it failed, and leaves room when it did", async () => {
    const { order, look, session, payer, workspaceId } = await shop();
    const page = session((await order()).url);
    const subscription = stripe.account.debit(page);
    await work();
    const [started] = (await look()).started;
    expect(started).toMatchObject({ sessionId: page.id });
    expect((await lettersTo(payer)).filter((subject) => subject.includes("did not go through"))).toEqual([]);
    await expect(order()).rejects.toMatchObject({ code: "order_under_way" });
    stripe.account.change(subscription, { status: "canceled" });
    await work();
    expect(await stateOfOrder(workspaceId, started?.id)).toBe("expired");
    expect((await order()).url).toContain("/pay/");
  });

  it("by a debit that came is confirmed", async () => {
    const { order, session, payer, look } = await shop();
    const page = session((await order()).url);
    const subscription = stripe.account.debit(page);
    stripe.account.payInvoice(stripe.account.get(String(page.invoice)) as Item, subscription);
    await work();
    expect((await look()).started).toEqual([]);
    expect(await lettersTo(payer)).toEqual([expect.stringContaining("Order confirmed")]);
  });

  it("made twice at once opens one page of payment only", async () => {
    const { order, look } = await shop();
    const answers = await Promise.allSettled([order(), order(), order()]);
    const open = answers.filter(({ status }) => status === "fulfilled");
    const [{ workspaceId = "" } = {}] = (await look()).started;
    const customers = (await listAgreementRows(instance.deps.db, workspaceId)).map((each) => each.customerId);
    const payable = stripe.account.list(
      "checkout.session",
      ({ status, customer }) => status === "open" && customers.includes(String(customer)),
    );
    expect(payable).toHaveLength(1);
    expect(open).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "order_at_once" });
  });

  it("that was settled while its page was made hands no page out", async () => {
    const { order, look, workspaceId } = await shop();
    stripe.state.onCall = async ({ path }) => {
      if (path !== "/v1/checkout/sessions") return;
      const [started] = (await look()).started;
      if (started) await settleOrder(instance.deps.db, started, { state: "expired", paidAt: undefined });
    };
    await expect(order({ how: "send" })).rejects.toMatchObject({ code: "order_at_once" });
    stripe.state.onCall = undefined;
    const customers = (await listAgreementRows(instance.deps.db, workspaceId)).map((each) => each.customerId);
    const made = stripe.account.list("checkout.session", (each) => customers.includes(String(each.customer)));
    expect(made.map(({ status }) => status)).toEqual(["expired"]);
  });

  it("is settled when its payer comes back before Stripe's word", async () => {
    const { order, session, look, workspaceId } = await shop();
    const { url } = await order();
    stripe.account.pay(session(url));
    const [started] = (await look()).started;
    await settleReturn(instance.deps, { workspaceId, orderId: started?.id ?? "" });
    expect((await look()).agreement?.status).toBe("active");
    stripe.events.length = 0;
  });
});

describe("[billing.provider] a plan", () => {
  it("waits for a missing payment, then lets campaigns wait; data is never asked, and paying mends it at once", async () => {
    const { deps } = instance;
    const { look, subscription, workspaceId, payer } = await paying();
    const invoice = stripe.account.failRenewal(subscription);
    await work();
    await work();
    expect((await look()).standing.kind).toBe("grace");
    const message = { workspaceId, leadId: "", addressHash: "", topicId: "", email: "a@b.example" };
    expect(await paymentGate(deps).decide(deps.db, [message])).toEqual(["allow"]);
    deps.clock.advance(15 * day);
    expect((await look()).standing.kind).toBe("overdue");
    expect(await paymentGate(deps).decide(deps.db, [message])).toEqual([{ hold: "payment_overdue" }]);
    await expect(requirePayment(deps, deps.db, workspaceId)).rejects.toMatchObject({
      code: "payment_overdue",
    });
    stripe.account.payInvoice(invoice, subscription);
    await work();
    expect((await look()).standing).toEqual({ kind: "good" });
    expect((await lettersTo(payer)).filter((subject) => subject.includes("did not go through"))).toHaveLength(
      1,
    );
  });

  it("of a payer whom Stripe knows no more owes nothing, and somebody else can pay", async () => {
    const { look, order, subscription, customerId } = await paying();
    stripe.account.failRenewal(subscription);
    await work();
    instance.deps.clock.advance(15 * day);
    expect((await look()).standing.kind).toBe("overdue");
    stripe.account.items.delete(customerId);
    await reconcileBilling(instance.deps);
    expect(await look()).toMatchObject({
      standing: { kind: "good" },
      agreement: { status: "gone", lastFour: "" },
    });
    expect((await order()).url).toContain("/pay/");
  });

  it("that was cancelled stays until the end of its period, can be kept after all, and takes the digits along when it ends", async () => {
    const { deps } = instance;
    const { look, subscription, workspaceId, owner, payer } = await paying();
    await changeRenewal(deps, owner, { workspaceId, renews: false });
    expect((await look()).agreement).toMatchObject({ ends: true, status: "active" });
    await changeRenewal(deps, owner, { workspaceId, renews: true });
    expect((await look()).agreement).toMatchObject({ ends: false });
    expect((await look()).agreement?.lastFour).toBe("4242");
    stripe.account.change(subscription, { status: "canceled" });
    await work();
    expect(await look()).toMatchObject({
      agreement: { status: "canceled", lastFour: "" },
      standing: { kind: "good" },
    });
    // Ended before its period was over: the day shown is the one on which it ended.
    expect((await look()).agreement?.periodEnd).toBeLessThanOrEqual(deps.clock.now());
    const subjects = await lettersTo(payer);
    expect(subjects.filter((subject) => subject.includes("ends on"))).toHaveLength(1);
    expect(subjects.filter((subject) => subject.includes("has ended"))).toHaveLength(1);
  });

  it("is never set back by an older event, and a customer of others changes nothing", async () => {
    const { look, subscription, customerId } = await paying();
    stripe.account.change(subscription, { cancel_at_period_end: true });
    stripe.account.change(subscription, { status: "canceled" });
    await work();
    const old = { id: "evt_old", type: "customer.subscription.updated", created: 1, livemode: false };
    await taken({ ...old, data: { object: { ...subscription, status: "active" } } });
    await taken({ ...old, id: "evt_other", data: { object: { customer: "cus_other" } } });
    await work();
    expect((await look()).agreement?.status).toBe("canceled");
    expect(await syncCustomer(instance.deps, "cus_other")).toBe(false);
    expect(await syncCustomer(instance.deps, customerId)).toBe(true);
  });

  it("is read again each night where events were lost", async () => {
    const { look, subscription } = await paying();
    stripe.account.change(subscription, { status: "canceled" });
    stripe.events.length = 0;
    expect((await look()).agreement?.status).toBe("active");
    expect(await reconcileBilling(instance.deps)).toBeGreaterThan(0);
    expect((await look()).agreement?.status).toBe("canceled");
  });

  it("has at most four digits of a card in any table", async () => {
    const { workspaceId } = await paying();
    const rows = JSON.stringify([
      await instance.deps.db.selectFrom("billing_agreements").selectAll().execute(),
      await instance.deps.db.selectFrom("billing_events").selectAll().execute(),
      await instance.deps.db
        .selectFrom("billing_orders")
        .selectAll()
        .where("workspace_id", "=", workspaceId)
        .execute(),
    ]);
    expect(rows).not.toMatch(/"pm_|exp_month|fingerprint/);
    expect(rows).toContain('"last_four":"4242"');
  });

  it("ends at Stripe with its workspace, the means of payment too", async () => {
    const { deps } = instance;
    const { workspaceId, subscription, customerId } = await paying();
    await deps.transact((tx) => closeBillingLater(deps, tx, workspaceId));
    await work();
    expect(subscription.status).toBe("canceled");
    expect(stripe.account.list("payment_method", ({ customer }) => customer === customerId)).toEqual([]);
  });
});

describe("a workspace that closes", () => {
  const move = (workspaceId: string, standing: "closing" | "good") =>
    instance.deps.transact(async (tx) => {
      await changeStanding(instance.deps, tx, staff, { workspaceId, standing, reason: "test" });
      if (standing === "closing") await stopRenewalLater(instance.deps, tx, workspaceId);
    });

  it("is tried at Stripe for longer than any grace period", () => {
    for (const { maxAttempts } of [stopJob, closeJob]) {
      let waited = 0;
      for (let attempt = 1; attempt < maxAttempts; attempt += 1) waited += backoffMs(attempt, 0);
      expect(waited).toBeGreaterThan(75 * day);
    }
  });

  it("lets its plan end, and no member can keep it before staying", async () => {
    const { look, subscription, workspaceId, owner } = await paying();
    const keep = () => changeRenewal(instance.deps, owner, { workspaceId, renews: true });
    await move(workspaceId, "closing");
    await work();
    expect(subscription.cancel_at_period_end).toBe(true);
    expect((await look()).agreement).toMatchObject({ ends: true, status: "active" });
    await expect(keep()).rejects.toMatchObject({ code: "workspace_closing" });
    await move(workspaceId, "good");
    expect(await findEndingPlan(instance.deps, workspaceId)).toEqual({ endsOn: expect.any(Number) });
    await keep();
    expect(await findEndingPlan(instance.deps, workspaceId)).toBeUndefined();
    await work();
    expect(subscription.cancel_at_period_end).toBe(false);
    await move(workspaceId, "closing");
    await work();
    expect(subscription.cancel_at_period_end).toBe(true);
  });

  it("and stays before the work was done keeps its plan", async () => {
    const { subscription, workspaceId } = await paying();
    await move(workspaceId, "closing");
    await move(workspaceId, "good");
    await work();
    expect(subscription.cancel_at_period_end).toBe(false);
  });

  it("has its plan stopped in the night when the work was lost", async () => {
    const { subscription, workspaceId } = await paying();
    await move(workspaceId, "closing");
    await instance.deps.db.deleteFrom("jobs").where("workspace_id", "=", workspaceId).execute();
    await reconcileBilling(instance.deps);
    expect(subscription.cancel_at_period_end).toBe(true);
    stripe.events.length = 0;
  });

  it("closes the page of payment that a payer still has, and ends what was paid all the same", async () => {
    const sent = await shop();
    const page = sent.session((await sent.order({ how: "send" })).url);
    await move(sent.workspaceId, "closing");
    await work();
    expect(page.status).toBe("expired");
    expect((await sent.look()).started).toEqual([]);

    const late = await shop();
    const open = late.session((await late.order({ how: "send" })).url);
    await move(late.workspaceId, "closing");
    await instance.deps.db.deleteFrom("jobs").where("workspace_id", "=", late.workspaceId).execute();
    const subscription = stripe.account.pay(open);
    await work();
    expect(subscription).toMatchObject({ status: "active", cancel_at_period_end: true });
    expect((await late.look()).agreement).toMatchObject({ ends: true });
  });

  it("is closed at Stripe also where a subscription is gone already, and each of them", async () => {
    const { customerId, subscription, workspaceId } = await paying();
    const { deps } = instance;
    const other = stripe.account.add("sub", "subscription", { customer: customerId, status: "active" });
    stripe.account.items.delete(subscription.id);
    await deps.transact((tx) => closeBillingLater(deps, tx, workspaceId));
    await work();
    expect(other.status).toBe("canceled");
    expect(stripe.account.list("payment_method", ({ customer }) => customer === customerId)).toEqual([]);
  });
});

describe("what is owed", () => {
  const now = 100 * day;
  it("counts only where no other agreement is in order", () => {
    const owed = { status: "past_due", unpaidSince: now - 20 * day };
    expect(paymentStanding([owed], now).kind).toBe("overdue");
    expect(paymentStanding([owed, { status: "active", unpaidSince: undefined }], now).kind).toBe("good");
    expect(paymentStanding([{ status: "canceled", unpaidSince: now - day }], now).kind).toBe("grace");
    expect(paymentStanding([], now).kind).toBe("good");
  });
});
