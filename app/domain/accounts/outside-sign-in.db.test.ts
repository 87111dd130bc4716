import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOutboxMail } from "~/testing/db/read-outbox";
import { openTestInstance, type TestInstance } from "~/testing/db/test-deps";
import { newProviderPort, openidProvider, walkThrough } from "~/testing/http/openid-provider";
import type { Deps } from "../deps";
import { ensurePolicies } from "../policies/ensure-policies.server";
import { listPoliciesToAccept } from "../policies/find-policies.server";
import { beginOutsideSignIn } from "./begin-outside-sign-in.server";
import { completeOutsideSignIn } from "./complete-outside-sign-in.server";
import { createAccount } from "./create-account.server";
import { disconnectIdentity } from "./disconnect-identity.server";
import { findAccountByEmail } from "./find-account.server";
import { findSession } from "./find-session.server";
import { joinIdentity } from "./join-identity.server";
import { listWaysIn } from "./list-ways-in.server";
import { openIdentity } from "./outside-seal.server";
import { registerIdentity } from "./register-identity.server";
import { signIn } from "./sign-in.server";

const home = "http://localhost:3000/sign-in/back/";
const password = "quiet river under seven bridges";
const device = { ip: "198.51.100.7", userAgent: "a test" };
const visitor = { kind: "visitor", ip: device.ip } as const;

let provider: Awaited<ReturnType<typeof openidProvider>>;
let instance: TestInstance;
let deps: Deps;

beforeAll(async () => {
  const port = await newProviderPort();
  provider = await openidProvider(port, [`${home}oidc`]);
  instance = await openTestInstance({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: "foyer",
    OIDC_CLIENT_SECRET: "a-secret-of-the-test-client",
    OIDC_NAME: "Quay ID",
  });
  deps = instance.deps;
  await ensurePolicies(deps);
}, 60_000);
afterAll(async () => {
  await instance?.close();
  await provider?.close();
});

const begin = (accountId?: string) =>
  beginOutsideSignIn(deps, { providerId: "oidc", next: "/w/harbour", accountId });
const complete = (back: string, sealed: string, accountId?: string) =>
  completeOutsideSignIn(deps, {
    providerId: "oidc",
    search: new URL(back).search,
    sealed,
    accountId,
    ...device,
  });

/** There and back, as whoever the provider was told. */
async function visit(accountId?: string) {
  const { url, sealed } = await begin(accountId);
  return complete(await walkThrough(url, home), sealed, accountId);
}

async function unknown() {
  const outcome = await visit();
  if (outcome.kind !== "unknown") throw new Error(`expected a stranger, got ${outcome.kind}`);
  return outcome.sealed;
}

describe("signing in by a provider's word [account.login]", () => {
  it("makes a new account with its name and address, after the rules were accepted, and knows it the next time", async () => {
    provider.enter("ada", { email: "ada@quay.example", email_verified: true, name: "Ada Quay" });
    const sealed = await unknown();
    expect(openIdentity(deps, sealed)).toMatchObject({ email: "ada@quay.example", name: "Ada Quay" });
    expect(await findAccountByEmail(deps, "ada@quay.example")).toBeUndefined();
    const made = await registerIdentity(deps, {
      sealed,
      name: "",
      acceptedPolicyVersion: 1,
      termsVersion: 1,
      ...device,
    });
    expect(made.next).toBe("/w/harbour");
    const account = await findAccountByEmail(deps, "ada@quay.example");
    expect(account).toMatchObject({ name: "Ada Quay", emailConfirmed: true, isOperator: false });
    expect(await listPoliciesToAccept(deps, made.accountId)).toEqual([]);
    const again = await visit();
    expect(again).toMatchObject({ kind: "signed_in", next: "/w/harbour" });
    const { token } = again as { token: string };
    expect((await findSession(deps, token))?.account.id).toBe(made.accountId);
    expect(await listWaysIn(deps, made.accountId)).toEqual({
      hasPassword: false,
      connected: [{ providerId: "oidc", name: "Quay ID", email: "ada@quay.example" }],
    });
    await expect(
      disconnectIdentity(deps, { accountId: made.accountId, providerId: "oidc" }),
    ).rejects.toMatchObject({ code: "last_way_in" });
  });

  it("takes over no account by its address: the password is asked for once, and a letter tells of it", async () => {
    const { accountId } = await createAccount(deps, visitor, {
      email: "bo@quay.example",
      password,
      name: "Bo",
    });
    provider.enter("bo", { email: "Bo@Quay.example", email_verified: true, name: "Mallory" });
    const sealed = await unknown();
    await expect(
      joinIdentity(deps, visitor, { sealed, password: "not the password at all", ...device }),
    ).rejects.toMatchObject({ code: "wrong_credentials" });
    await expect(
      registerIdentity(deps, { sealed, name: "", acceptedPolicyVersion: 1, termsVersion: 1, ...device }),
    ).rejects.toMatchObject({ code: "account_exists" });
    expect((await visit()).kind).toBe("unknown");
    const { token } = await joinIdentity(deps, visitor, { sealed, password, ...device });
    expect((await findSession(deps, token))?.account).toMatchObject({ id: accountId, name: "Bo" });
    const letters = (await readOutboxMail(instance)).filter(({ to }) => to === "bo@quay.example");
    expect(letters.map(({ subject }) => subject)).toEqual(["You can now sign in with Quay ID"]);
    expect((await visit()).kind).toBe("signed_in");
    await signIn(deps, visitor, { email: "bo@quay.example", password, ...device });
  });

  it("opens nothing with an address that the provider has not verified, or without one", async () => {
    provider.enter("cy", { email: "ada@quay.example", email_verified: false });
    await expect(visit()).rejects.toMatchObject({ problem: "unverified" });
    provider.enter("cy2", {});
    await expect(visit()).rejects.toMatchObject({ problem: "unverified" });
  });

  it("connects one more way in for whoever is signed in, and only for them", async () => {
    const { accountId } = await createAccount(deps, visitor, {
      email: "di@quay.example",
      password,
      name: "Di",
    });
    provider.enter("di-at-work", { email: "di@work.example", email_verified: true });
    const { url, sealed } = await begin(accountId);
    const back = await walkThrough(url, home);
    await expect(complete(back, sealed, undefined)).rejects.toMatchObject({ problem: "expired" });
    expect(await visit(accountId)).toEqual({ kind: "connected" });
    expect(await visit(accountId)).toEqual({ kind: "connected" });
    expect((await listWaysIn(deps, accountId)).connected).toHaveLength(1);
    const other = await createAccount(deps, visitor, { email: "ed@quay.example", password, name: "Ed" });
    await expect(visit(other.accountId)).rejects.toMatchObject({ problem: "taken" });
    await disconnectIdentity(deps, { accountId, providerId: "oidc" });
    expect((await listWaysIn(deps, accountId)).connected).toEqual([]);
  });

  it("refuses answers that are forged, late, repeated, of another browser or of somebody who turned back", async () => {
    provider.enter("ada", { email: "ada@quay.example", email_verified: true });
    const one = await begin();
    const two = await begin();
    const back = await walkThrough(one.url, home);
    await expect(complete(back, two.sealed)).rejects.toMatchObject({ problem: "expired" });
    await expect(complete(back, "nonsense")).rejects.toMatchObject({ problem: "expired" });
    await expect(complete(back.replace("code=", "code=x"), one.sealed)).rejects.toMatchObject({
      problem: "refused",
    });
    expect((await complete(back, one.sealed)).kind).toBe("signed_in");
    await expect(complete(back, one.sealed)).rejects.toMatchObject({ problem: "refused" });

    const late = await begin();
    const lateBack = await walkThrough(late.url, home);
    const { clock } = instance.deps;
    clock.advance(16 * 60_000);
    await expect(complete(lateBack, late.sealed)).rejects.toMatchObject({ problem: "expired" });

    provider.enter("");
    await expect(visit()).rejects.toMatchObject({ problem: "cancelled" });
    await expect(beginOutsideSignIn(deps, { providerId: "google", next: "/" })).rejects.toMatchObject({
      kind: "not_found",
    });
  });

  it("says so when the provider is away", async () => {
    const port = await newProviderPort();
    const away = await openTestInstance({
      OIDC_ISSUER: `http://127.0.0.1:${port}`,
      OIDC_CLIENT_ID: "foyer",
    });
    await expect(beginOutsideSignIn(away.deps, { providerId: "oidc", next: "/" })).rejects.toMatchObject({
      problem: "unavailable",
    });
    await away.close();
  });
});
