import { afterAll, describe, expect, it } from "vitest";
import { useTestApp } from "~/testing/http/test-app";
import { signedEvent, startStripe } from "~/testing/stripe/stripe-server";

const stripe = await startStripe();
const app = useTestApp(stripe.settings);
afterAll(() => stripe.close());

const event = (id: string, more: object = {}) => ({
  id,
  object: "event",
  type: "customer.subscription.updated",
  created: 1_790_000_000,
  livemode: false,
  data: { object: { id: "sub_1", customer: "cus_1" } },
  ...more,
});

function post(payload: string, header?: string) {
  return app().app.inject({
    method: "POST",
    url: "/inbound/stripe",
    headers: {
      host: "localhost:3000",
      "content-type": "application/json",
      ...(header === undefined ? {} : { "stripe-signature": header }),
    },
    payload,
  });
}

function send(given: object, at = app().deps.clock.now(), secret?: string) {
  const { payload, header } = signedEvent(given, at, secret);
  return post(payload, header);
}

async function noted() {
  const { db } = app().deps;
  const events = await db.selectFrom("billing_events").select("event_id").orderBy("event_id").execute();
  const jobs = await db
    .selectFrom("jobs")
    .select(["name", "payload"])
    .where("name", "like", "billing.%")
    .execute();
  return { events: events.map((row) => row.event_id), jobs };
}

describe("[billing.provider] events of Stripe", () => {
  it("are noted once, however often and at once they come, and worked on later", async () => {
    const answers = await Promise.all([send(event("evt_1")), send(event("evt_1")), send(event("evt_1"))]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect((await noted()).events).toEqual(["evt_1"]);
    expect((await noted()).jobs.map(({ name, payload }) => [name, JSON.parse(payload)])).toEqual([
      ["billing.sync", { customerId: "cus_1" }],
    ]);
  });

  it("of kinds that mean nothing here are taken and change nothing", async () => {
    const before = await noted();
    const answer = await send(
      event("evt_2", { type: "radar.early_fraud_warning.created", data: { object: {} } }),
    );
    expect(answer.statusCode).toBe(200);
    expect((await noted()).jobs).toEqual(before.jobs);
  });

  it("without a right and fresh signature over the very bytes are refused", async () => {
    const before = await noted();
    const { clock } = app().deps;
    const good = signedEvent(event("evt_3"), clock.now());
    expect((await post(good.payload)).statusCode).toBe(403);
    for (const header of ["", "nonsense", "t=1,v1=00", good.header.replace(/v1=./, "v1=!"), "t=,v1="]) {
      expect((await post(good.payload, header)).statusCode, header).toBe(403);
    }
    expect((await post(good.payload.replace("cus_1", "cus_2"), good.header)).statusCode).toBe(403);
    expect((await post(` ${good.payload}`, good.header)).statusCode).toBe(403);
    expect((await send(event("evt_3"), clock.now() - 301_000)).statusCode).toBe(403);
    expect((await send(event("evt_3"), clock.now() + 302_000)).statusCode).toBe(403);
    expect((await send(event("evt_3"), clock.now(), "whsec_ofSomebodyElse1")).statusCode).toBe(403);
    expect(await noted()).toEqual(before);
  });

  it("of the other mode, or that are no events, are refused with words", async () => {
    const before = await noted();
    expect((await send(event("evt_4", { livemode: true }))).json()).toMatchObject({
      status: 400,
      code: "mode_differs",
    });
    for (const given of [[], { id: "evt_4" }, event("evt_4", { data: "x" }), event("x".repeat(101))]) {
      expect((await send(given)).json()).toMatchObject({ status: 400, code: "body_unreadable" });
    }
    expect(await noted()).toEqual(before);
  });
});
