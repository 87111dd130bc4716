import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StripeServer, startStripe } from "../stripe/stripe-server";
import { type Browser, expectAccessible, openBrowser } from "./browser";
import { signIn } from "./demo";
import { letterTo, type MailedInstance, startMailedInstance } from "./instance";

let stripe: StripeServer;
let instance: MailedInstance;
let browser: Browser;

beforeAll(async () => {
  stripe = await startStripe();
  stripe.account.addPrice("Harbour plan", 1900);
  stripe.account.addPrice("Ocean plan", 19_000, "year");
  instance = await startMailedInstance(stripe.settings);
  stripe.state.webhookUrl = `${instance.server.origin}/inbound/stripe`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await instance?.close();
  await stripe?.close();
});

describe("[billing.orders] an owner who orders a plan", () => {
  it("is offered what the operator chose, agrees that it is final, pays at Stripe and comes back to an active plan", async () => {
    const { page } = browser;
    const { server, sink } = instance;
    const email = "owner@harbour.example";
    const made = server.foyer("user", "create", "--operator", "--email", email, "--json");
    const { password } = JSON.parse(made.stdout) as { password: string };
    server.foyer("workspace", "create", "--slug", "harbour", "--name", "Harbour", "--owner", email);
    await signIn(page, server.origin, { email, password });

    await page.goto(`${server.origin}/operator/plans`);
    await page.getByText("Harbour plan, €19.00 every month").click();
    await expectAccessible(page, "the plans of the operator");
    await page.getByRole("button", { name: "Offer these" }).click();
    await page.getByText("Offered now: 1").waitFor();

    await page.goto(`${server.origin}/w/harbour/settings/billing`);
    await page.getByRole("link", { name: "Choose Harbour plan" }).click();
    await page.getByLabel("Who pays").fill("Harbour Ltd");
    await page.getByLabel("E-mail address of whoever pays").fill("books@harbour.example");
    await page.getByRole("button", { name: "Order and go on to payment" }).click();
    await page.getByText("Tick that the order is final").first().waitFor();
    await expectAccessible(page, "an order that was refused");
    await page.getByLabel(/is final/).check();
    await page.getByRole("button", { name: "Order and go on to payment" }).click();

    await page.waitForURL(`${stripe.origin}/pay/**`);
    await page.getByText("payments are not refunded").waitFor();
    await page.getByRole("button", { name: "Subscribe" }).click();
    await page.getByText("Your order is confirmed").waitFor();
    await page.getByText("Ends in 4242").waitFor();
    await expectAccessible(page, "an active plan");
    for (const address of ["books@harbour.example", email]) {
      expect((await letterTo(sink, address, "Order confirmed: Harbour plan")).text).toContain("final");
    }

    await page.getByRole("button", { name: "Cancel the plan" }).click();
    await page.getByText("Cancelled, still running").waitFor();
    await page.getByRole("button", { name: "Change card or plan at Stripe" }).click();
    await page.getByRole("link", { name: "Return to the shop" }).click();
    await page.getByRole("button", { name: "Keep the plan" }).waitFor();
  });

  it("does all of it without JavaScript", async () => {
    const { server } = instance;
    const plain = await openBrowser({ javaScriptEnabled: false, width: 390, height: 844 });
    try {
      const { page } = plain;
      const email = "plain@quay.example";
      const made = server.foyer("user", "create", "--email", email, "--json");
      const { password } = JSON.parse(made.stdout) as { password: string };
      server.foyer("workspace", "create", "--slug", "quay", "--name", "Quay", "--owner", email);
      await signIn(page, server.origin, { email, password });
      await page.goto(`${server.origin}/w/quay/settings/billing`);
      await page.getByRole("link", { name: "Choose Harbour plan" }).click();
      await page.getByLabel("Who pays").fill("Quay Ltd");
      await page.getByLabel(/is final/).check();
      await page.getByRole("button", { name: "Order and go on to payment" }).click();
      await page.waitForURL(`${stripe.origin}/pay/**`);
      await page.getByRole("button", { name: "Subscribe" }).click();
      await page.getByText("Your order is confirmed").waitFor();
      await page.getByRole("button", { name: "Cancel the plan" }).click();
      await page.getByText("Cancelled, still running").waitFor();
    } finally {
      await plain.close();
    }
  });
});
