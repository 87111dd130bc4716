import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../db/mariadb";
import { openidProvider } from "../http/openid-provider";
import { type Browser, expectAccessible, keepScreenshot, openBrowser } from "./browser";
import { type MailedInstance, startMailedInstance } from "./instance";

const person = { email: "ada@company.example", password: "" };

interface Received {
  headers: IncomingMessage["headers"];
  body: string;
}

/** As Standard Webhooks says; the key of the receiver is all it knows. */
function isSigned(secret: string, { headers, body }: Received): boolean {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const wanted = `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
  return String(headers["webhook-signature"]).split(" ").includes(wanted);
}

/** A program of the customer's that takes what it is sent. */
async function receiver(): Promise<{ url: string; received: Received[]; server: Server }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      response.end("ok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, received, server };
}

describe("programs and providers outside", () => {
  let instance: MailedInstance;
  let provider: Awaited<ReturnType<typeof openidProvider>>;
  let hook: Awaited<ReturnType<typeof receiver>>;
  let browser: Browser;
  const failures: string[] = [];

  beforeAll(async () => {
    const port = await freePort();
    instance = await startMailedInstance({
      OIDC_ISSUER: `http://127.0.0.1:${port}`,
      OIDC_CLIENT_ID: "foyer",
      OIDC_CLIENT_SECRET: "a-secret-of-the-test-client",
      OIDC_NAME: "Company ID",
      WEBHOOK_PRIVATE_TARGETS: "on",
    });
    const { server } = instance;
    provider = await openidProvider(port, [`${server.origin}/sign-in/back/oidc`]);
    hook = await receiver();
    const made = server.foyer("user", "create", "--email", person.email, "--json");
    person.password = (JSON.parse(made.stdout) as { password: string }).password;
    server.foyer("workspace", "create", "--slug", "works", "--name", "Works", "--owner", person.email);
    browser = await openBrowser();
    browser.page.on("pageerror", (error) => failures.push(`${browser.page.url()}: ${error.message}`));
  });
  afterAll(async () => {
    await browser?.close();
    await provider?.close();
    hook?.server.close();
    await instance?.close();
  });

  it("a person signs in by another provider, connects the account they have, and needs no password then [account.login]", async () => {
    const { page, context } = browser;
    const { origin } = instance.server;
    provider.enter("ada-1", { email: person.email, email_verified: true, name: "Ada" });
    await page.goto(`${origin}/sign-in`);
    await expectAccessible(page, "sign in with a provider");
    await keepScreenshot(page, "sign-in-with-provider");
    await page.getByRole("link", { name: "Sign in with Company ID" }).click();
    await page.getByRole("heading", { name: "Is this you?" }).waitFor();
    await expectAccessible(page, "connect an account");
    await page.getByLabel("Password", { exact: true }).fill("not the password at all");
    await page.getByRole("button", { name: "Connect Company ID" }).click();
    await page.getByRole("group", { name: /password/i }).waitFor();
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Connect Company ID" }).click();
    await page.waitForURL(/\/(accept-policies|workspaces|w\/)/);

    await context.clearCookies();
    await page.goto(`${origin}/sign-in?next=/account`);
    await page.getByRole("link", { name: "Sign in with Company ID" }).click();
    await page.waitForURL(/\/(accept-policies|account)/);
    if (page.url().includes("accept-policies")) {
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: /accept/i }).click();
      await page.waitForURL(/\/(account|workspaces|w\/)/);
    }
    await page.goto(`${origin}/account`);
    await page.getByText(`Company ID, as ${person.email}`).waitFor();
    await page.getByRole("heading", { name: "Close your account" }).waitFor();
    await expectAccessible(page, "account");
    await keepScreenshot(page, "account");
  });

  it("a webhook is added, tried, listed, given a new secret and deleted", async () => {
    const { page } = browser;
    await page.goto(`${instance.server.origin}/w/works/settings/webhooks`);
    await page.getByLabel("Address").fill(hook.url);
    await page.getByRole("button", { name: "Add the endpoint" }).click();
    await page.getByText("shown this once").waitFor();
    const secret = await page.getByLabel("Signing secret").inputValue();
    expect(secret).toMatch(/^whsec_/);
    await keepScreenshot(page, "webhook-secret");
    await page.getByRole("link", { name: "Send a message to try it" }).click();
    await page.getByRole("button", { name: "Send a message to try it" }).click();
    await page.getByText("The message was taken").waitFor();
    await page.getByRole("rowheader", { name: "endpoint.test" }).waitFor();
    await expectAccessible(page, "webhook");
    await keepScreenshot(page, "webhook");
    const [first] = hook.received;
    expect(first && isSigned(secret, first)).toBe(true);
    expect(first?.body).toContain("endpoint.test");
    expect(await page.content()).not.toContain(secret);

    const sure = page.getByRole("button", { name: "Make the secret" });
    await expect
      .poll(async () => {
        if (!(await sure.isVisible())) await page.getByText("Make a new secret").click();
        return sure.isVisible();
      })
      .toBe(true);
    await sure.click();
    await page.getByText("There is a new secret").waitFor();
    const fresh = await page.getByLabel("Signing secret").inputValue();
    expect(fresh).not.toBe(secret);
    await page.getByRole("button", { name: "Send a message to try it" }).click();
    await page.getByText("The message was taken").waitFor();
    const second = hook.received.at(-1);
    expect(second && isSigned(fresh, second)).toBe(true);

    await page.getByLabel(/^Type .* to confirm$/).fill(new URL(hook.url).host);
    await page.getByRole("button", { name: "Delete the endpoint" }).click();
    await page.getByText("No webhooks yet").waitFor();
  });

  it("nothing fails on the way, also when a page is made from a template", async () => {
    const { page } = browser;
    await page.goto(`${instance.server.origin}/w/works/pages/new?start=webinar`);
    await page.getByRole("button", { name: "Make the page" }).click();
    await page.waitForURL("**/edit");
    expect(failures).toEqual([]);
  });
});
