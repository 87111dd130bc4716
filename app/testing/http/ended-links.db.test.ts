import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "~/domain/accounts/create-account.server";
import { createSetupLink } from "~/domain/accounts/create-setup-link.server";
import { registerAccount } from "~/domain/accounts/register-account.server";
import { requestPasswordReset } from "~/domain/accounts/reset-password.server";
import { ensurePolicies } from "~/domain/policies/ensure-policies.server";
import * as confirmRoute from "~/routes/auth/confirm-email";
import * as resetRoute from "~/routes/auth/reset-password";
import * as setupRoute from "~/routes/operator-setup/setup";
import { readOutboxMail } from "../db/read-outbox";
import { askRoute } from "../walk/ask-route";
import type { RouteModule } from "../walk/product-routes";
import { useTestApp } from "./test-app";

const app = useTestApp();
const password = "quiet river under seven bridges";
const hour = 3_600_000;
let places = 0;
let clientIp = "";

beforeAll(() => ensurePolicies(app().deps));
afterEach(() => {
  places += 1;
});

const visitor = () => ({ kind: "visitor", ip: clientIp }) as const;

function ask(kind: "reset-password" | "confirm-email", token: string, form?: Record<string, string>) {
  const module = (kind === "reset-password" ? resetRoute : confirmRoute) as unknown as RouteModule;
  const context = { deps: app().deps, nonce: "n", clientIp } as never;
  const asked = { url: `http://localhost:3000/${kind}/${token}`, params: { token }, context, cookie: "" };
  return askRoute(module, asked, form && { form });
}

async function lettersTo(email: string) {
  const { deps } = app();
  const mails = await readOutboxMail({ deps, folder: deps.config.data.folder } as never);
  return mails
    .filter(({ to }) => to === email)
    .map(({ subject, text }) => ({
      subject,
      token: /\/(?:confirm-email|reset-password)\/([\w-]{43})/.exec(text)?.[1] ?? "",
    }));
}

const newest = async (email: string) => (await lettersTo(email)).at(-1) ?? { subject: "", token: "" };

async function signUp(email: string) {
  clientIp = `100.64.0.${places}`;
  await registerAccount(app().deps, visitor(), {
    ...{ email, password, name: "Ada", acceptedPolicyVersion: 1, termsVersion: 1, ip: clientIp },
  });
  return (await newest(email)).token;
}

describe("a link from a letter that works no more [account.login]", () => {
  it("says that its time is over, and sends another one that sets the password", async () => {
    const email = "ada@ended.example";
    const { deps } = app();
    await createAccount(deps, { kind: "system", reason: "test" }, { email, password, name: "Ada" });
    clientIp = "100.64.1.1";
    await requestPasswordReset(deps, visitor(), { email, ip: clientIp });
    const { token } = await newest(email);
    deps.clock.advance(hour + 1);
    const late = await ask("reset-password", token, { password: "another long and quiet sentence" });
    expect(late.status).toBe(302);
    const page = await ask("reset-password", token);
    expect(page.status).toBe(410);
    expect(JSON.parse(page.text)).toEqual({ email: "", mailWorks: true, ended: "over" });

    const again = await ask("reset-password", token, { intent: "again", email });
    expect(again.text).toContain("location: /forgot-password/sent");
    const fresh = (await newest(email)).token;
    expect(fresh).not.toBe(token);
    const set = await ask("reset-password", fresh, { password: "another long and quiet sentence" });
    expect(set.text).toContain("location: /sign-in?changed");
    const reused = await ask("reset-password", fresh);
    expect(JSON.parse(reused.text)).toMatchObject({ ended: "unknown" });
  });

  it("confirms an address through the new link, and says afterwards that it is confirmed", async () => {
    const email = "bo@ended.example";
    const first = await signUp(email);
    app().deps.clock.advance(48 * hour + 1);
    expect(JSON.parse((await ask("confirm-email", first)).text)).toMatchObject({ email: "", ended: "over" });
    const again = await ask("confirm-email", first, { intent: "again", email });
    expect(again.text).toContain("location: /sign-up/sent?again");
    const { token, subject } = await newest(email);
    expect(subject).toBe("Confirm your address");
    expect((await ask("confirm-email", token, { password })).status).toBe(302);
    expect(JSON.parse((await ask("confirm-email", token)).text)).toMatchObject({ ended: "used" });
    await ask("confirm-email", token, { intent: "again", email });
    expect((await newest(email)).subject).toBe("Your address is confirmed already");
  });

  it.each(["reset-password", "confirm-email"] as const)(
    "answers at %s the same for an address with and without an account, and for a link that never was",
    async (kind) => {
      await signUp(`cy.${kind}@ended.example`);
      const answers = [];
      for (const email of [`cy.${kind}@ended.example`, `nobody.${kind}@ended.example`]) {
        answers.push(await ask(kind, "x".repeat(43), { intent: "again", email }));
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(await lettersTo(`nobody.${kind}@ended.example`)).toEqual([]);
      expect(JSON.parse((await ask(kind, "x".repeat(43))).text)).toMatchObject({
        ended: "unknown",
        email: "",
      });
    },
  );

  it("does not fill a mailbox, and makes a place that asks too often wait", async () => {
    const email = "di@ended.example";
    const token = await signUp(email);
    const answers = [];
    for (let asked = 0; asked < 30; asked += 1) {
      answers.push((await ask("confirm-email", token, { intent: "again", email })).status);
    }
    expect(answers.at(0)).toBe(302);
    expect(answers.at(-1)).toBe(429);
    expect((await lettersTo(email)).length).toBeLessThanOrEqual(5);
  });

  it("to set the instance up says that it ended, also when it was used while its form was open", async () => {
    const { deps } = app();
    const system = { kind: "system", reason: "test" } as const;
    const token = (await createSetupLink(deps, system, {}))?.split("/").at(-1) ?? "";
    const context = { deps, nonce: "n", clientIp: "100.64.4.1" } as never;
    const asked = { url: `http://localhost:3000/setup/${token}`, params: { token }, context, cookie: "" };
    const setup = (form?: Record<string, string>) =>
      askRoute(setupRoute as unknown as RouteModule, asked, form && { form });
    expect(await setup()).toMatchObject({ status: 200 });
    await createAccount(deps, system, { email: "op@ended.example", password, name: "", isOperator: true });
    const form = {
      email: "late@ended.example",
      password,
      name: "",
      acceptableUse: "1",
      terms: "1",
      accept: "yes",
    };
    expect((await setup(form)).text).toContain(`location: /setup/${token}`);
    expect(await setup()).toMatchObject({ status: 410, text: "{}" });
  });

  it("keeps what was typed when it is no address", async () => {
    const refused = await ask("reset-password", "x".repeat(43), { intent: "again", email: "ada" });
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.text).errors.email).toBeTruthy();
  });
});
