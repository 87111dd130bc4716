import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newDatabaseUrl, openTestInstance, type TestInstance } from "~/testing/db/test-deps";
import { makeTestSite } from "~/testing/factories/test-site";
import { insertRow } from "~/testing/insert-row";
import { quietHost, runLine } from "~/testing/run-line";
import { type StripeServer, startStripe } from "~/testing/stripe/stripe-server";
import { openFileStore } from "../files/file-store.server";
import { applyRetention } from "../termination/apply-retention.server";
import { findBilling } from "./find-billing.server";
import { listPlans } from "./list-plans.server";
import { offerPlans } from "./offer-plans.server";
import { finalWords, type Plan } from "./plan";
import { startOrder } from "./start-order.server";

const staff = { kind: "system", reason: "test" } as const;
const day = 86_400_000;
let stripe: StripeServer;
let instance: TestInstance;

beforeAll(async () => {
  stripe = await startStripe(() => instance.deps.clock.now());
  instance = await openTestInstance(stripe.settings);
}, 60_000);
afterAll(async () => {
  await instance.close();
  await stripe.close();
});

/** The same instance after its operator put another key into the settings. */
function underKey(secretKey: string) {
  const { config, ...deps } = instance.deps;
  if (!config.billing) throw new Error("No payments here");
  return { ...deps, config: { ...config, billing: { ...config.billing, secretKey } } };
}

describe("[billing.provider] another key of Stripe", () => {
  const offer = async () => {
    const { deps } = instance;
    const price = stripe.account.addPrice("Test plan", 1900);
    await offerPlans(deps, staff, [price.id]);
    return { price, plan: (await listPlans(deps))[0] as Plan };
  };
  const order = (deps: TestInstance["deps"], plan: Plan, own: Awaited<ReturnType<typeof makeTestSite>>) =>
    startOrder(deps, own.owner, {
      workspaceId: own.workspaceId,
      priceId: plan.priceId,
      payerEmail: "books@firm.example",
      payerName: "Firm",
      agreedWords: finalWords(plan),
      agreed: true,
      how: "now",
    });

  it("offers at once only what it knows, asks Stripe once for that, and orders nothing of the old one", async () => {
    const { price, plan } = await offer();
    const own = await makeTestSite(instance.deps, { slug: "other-key" });
    expect((await findBilling(instance.deps, own.workspaceId)).plans).toHaveLength(1);
    stripe.state.key = "sk_test_another";
    stripe.account.items.delete(price.id);
    const deps = underKey("sk_test_another");
    await expect(order(deps, plan, own)).rejects.toMatchObject({ code: "plan_changed" });
    expect((await findBilling(deps, own.workspaceId)).plans).toEqual([]);
    const live = stripe.account.addPrice("Live plan", 2900);
    await offerPlans(deps, staff, [live.id]);
    stripe.calls.length = 0;
    const { plans } = await findBilling(deps, own.workspaceId);
    expect(plans).toMatchObject([{ name: "Live plan" }]);
    await findBilling(deps, own.workspaceId);
    expect(stripe.calls).toEqual([]);
    expect((await order(deps, plans[0] as Plan, own)).url).toContain(stripe.origin);
    stripe.state.key = String(instance.deps.config.billing?.secretKey);
  });

  it("offers nothing while Stripe refuses it or is away, loses no choice, and goes on once it answers", async () => {
    const { plan } = await offer();
    const own = await makeTestSite(instance.deps, { slug: "away-key" });
    const deps = underKey("sk_test_later");
    expect((await findBilling(deps, own.workspaceId)).plans).toEqual([]);
    await expect(order(deps, plan, own)).rejects.toMatchObject({ code: "stripe_unavailable" });
    const before = stripe.state.key;
    stripe.state.key = "sk_test_later";
    expect((await findBilling(deps, own.workspaceId)).plans).toMatchObject([{ name: "Test plan" }]);
    stripe.state.key = before;
  }, 30_000);
});

describe("[billing.provider] records of payments", () => {
  it("stay seven years, with a workspace and after it, and go then", async () => {
    const { folder, deps: own } = instance;
    const deps = { ...own, files: openFileStore({ folder: path.join(folder, "files"), keys: own.keys }) };
    const { workspaceId } = await makeTestSite(deps, { slug: "seven-years" });
    const gone = deps.ids.next();
    const start = deps.clock.now();
    const rows = async () => {
      const found: string[] = [];
      for (const table of ["billing_orders", "billing_invoices"] as const) {
        const of = deps.db.selectFrom(table).select(["workspace_id", "created_at"]);
        for (const row of await of.where("workspace_id", "in", [workspaceId, gone]).execute()) {
          const whose = row.workspace_id === gone ? "deleted" : "standing";
          found.push(`${table} ${whose} day ${(row.created_at - start) / day}`);
        }
      }
      return found.sort();
    };
    const all = [0, 400].flatMap((at) =>
      ["billing_invoices", "billing_orders"].flatMap((table) =>
        ["deleted", "standing"].map((whose) => `${table} ${whose} day ${at}`),
      ),
    );
    const pay = async () => {
      for (const table of ["billing_orders", "billing_invoices"]) {
        for (const workspace_id of [workspaceId, gone]) {
          await insertRow(deps, table, {
            ...{ workspace_id, id: deps.ids.next(), created_at: deps.clock.now() },
            ...{ state: "paid", status: "paid" },
          });
        }
      }
    };
    await pay();
    deps.clock.advance(400 * day);
    await pay();
    deps.clock.advance(2150 * day);
    await applyRetention(deps, staff);
    expect(await rows()).toEqual(all.sort());
    deps.clock.advance(8 * day);
    await applyRetention(deps, staff);
    expect(await rows()).toEqual(all.filter((row) => row.endsWith("day 400")).sort());
    deps.clock.advance(401 * day);
    await applyRetention(deps, staff);
    expect(await rows()).toEqual([]);
  });
});

describe("the doctor of an instance that takes payments", () => {
  it("says whether Stripe takes the key, in which mode, and how many plans are offered", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "foyer-billing-"));
    const bare = {
      DATABASE_URL: await newDatabaseUrl(folder),
      FOYER_DATA: folder,
      FOYER_SECRET: "a-secret-for-tests-of-32-characters-or-more",
    };
    const environment: Record<string, string> = { ...bare, ...stripe.settings };
    await runLine("migrate", environment);
    const payments = async (change: Record<string, string> = {}, from = environment) => {
      const { json } = await runLine("doctor --json", { ...from, ...change });
      return json.checks.find(({ name }: { name: string }) => name === "payments");
    };
    expect(await payments()).toMatchObject({
      state: "warning",
      words:
        "Stripe answers (test mode, no real money moves), but no plan is offered: choose some under Plans.",
    });
    const { deps, close } = await quietHost(environment).open();
    await offerPlans(deps, staff, [stripe.account.addPrice("Doctor plan", 500).id]);
    await close();
    expect(await payments()).toMatchObject({
      state: "ok",
      words: expect.stringContaining("plans offered: 1"),
    });
    expect(await payments({ STRIPE_SECRET_KEY: "sk_test_keyOfAnother1" })).toMatchObject({
      state: "problem",
      words: expect.stringContaining("Stripe refuses STRIPE_SECRET_KEY"),
    });
    stripe.state.away = true;
    expect(await payments()).toMatchObject({
      state: "warning",
      words: expect.stringContaining("Stripe cannot be reached"),
    });
    stripe.state.away = false;
    expect(await payments({}, bare)).toBeUndefined();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
});
