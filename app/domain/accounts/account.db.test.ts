import { describe, expect, it } from "vitest";
import { readOnly } from "~/testing/db/read-only";
import { readOutboxMail } from "~/testing/db/read-outbox";
import { useTestInstance } from "~/testing/db/test-deps";
import { ensurePolicies } from "../policies/ensure-policies.server";
import { listPoliciesToAccept } from "../policies/find-policies.server";
import { changePassword } from "./change-account.server";
import { checkAccountToken } from "./check-account-token.server";
import { confirmEmail } from "./confirm-email.server";
import { createAccount } from "./create-account.server";
import { endOtherSessions, listSessions, removeEndedSessions, signOut } from "./end-sessions.server";
import { findAccountByEmail } from "./find-account.server";
import { findSession } from "./find-session.server";
import { registerAccount } from "./register-account.server";
import { requestPasswordReset, resetPassword } from "./reset-password.server";
import { signIn } from "./sign-in.server";

const instance = useTestInstance();
const password = "quiet river under seven bridges";
const newer = "another long and quiet sentence";
let places = 0;

/** Every test comes from a place of its own, so that limits of one do not reach another. */
const fromSomewhere = () => {
  places += 1;
  const ip = `198.51.${places % 250}.7`;
  return { visitor: { kind: "visitor", ip } as const, ip, userAgent: "a test" };
};

async function register(email: string, chosen = password) {
  const { deps } = instance();
  await ensurePolicies(deps);
  const { visitor, ip } = fromSomewhere();
  return registerAccount(deps, visitor, {
    email,
    password: chosen,
    name: "Ada",
    acceptedPolicyVersion: 1,
    termsVersion: 1,
    ip,
  });
}

/** Delivers what waits and gives the newest letter to an address, with the token in its link. */
async function letterTo(email: string) {
  const mail = (await readOutboxMail(instance())).filter(({ to }) => to === email).at(-1);
  const token = /\/(?:confirm-email|reset-password)\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
  return { subject: mail?.subject, token };
}

async function confirmed(email: string) {
  const { deps } = instance();
  await register(email);
  const { token } = await letterTo(email);
  const { visitor, ip, userAgent } = fromSomewhere();
  return confirmEmail(deps, visitor, { token, password, ip, userAgent });
}

describe("signing up [account.login]", () => {
  it("opens the account only to whoever has both the mailbox and the password", async () => {
    const { deps } = instance();
    const { visitor, ip, userAgent } = fromSomewhere();
    await register("ada@example.org");
    const early = signIn(deps, visitor, { email: "ada@example.org", password, ip, userAgent });
    await expect(early).rejects.toMatchObject({ code: "email_not_confirmed" });

    const { token } = await letterTo("ada@example.org");
    expect(await checkAccountToken(deps, { token, purpose: "confirm_email" })).toEqual({
      email: "ada@example.org",
    });
    const stranger = confirmEmail(deps, visitor, { token, password: newer, ip, userAgent });
    await expect(stranger).rejects.toMatchObject({ code: "wrong_credentials" });

    const session = await confirmEmail(deps, visitor, { token, password, ip, userAgent });
    const found = await findSession(deps, session.token);
    expect(found?.account).toMatchObject({
      email: "ada@example.org",
      emailConfirmed: true,
      isOperator: false,
    });
    const again = confirmEmail(deps, visitor, { token, password, ip, userAgent });
    await expect(again).rejects.toMatchObject({ code: "link_used_up" });
  });

  it("answers the same for an address that has an account, and tells its owner", async () => {
    await confirmed("bo@example.org");
    await expect(register("bo@example.org", newer)).resolves.toEqual({ accountId: undefined });
    expect((await letterTo("bo@example.org")).subject).toBe("You already have an account");
    const { deps } = instance();
    const { visitor, ip, userAgent } = fromSomewhere();
    const withNew = signIn(deps, visitor, { email: "bo@example.org", password: newer, ip, userAgent });
    await expect(withNew).rejects.toMatchObject({ code: "wrong_credentials" });
  });

  it("takes the same mailbox once, however its address is written", async () => {
    await confirmed("cy@example.org");
    expect((await register("CY@Example.ORG")).accountId).toBeUndefined();
  });

  it("records that the rules were accepted in the version shown [aup.agree]", async () => {
    const { deps } = instance();
    const { accountId } = await register("di@example.org");
    expect(await listPoliciesToAccept(deps, accountId ?? "")).toEqual([]);
  });

  it.each([
    "short",
    "password password",
    "aaaaaaaaaaaaaaaaaaaa",
    "12345678901234567890",
    "ella.ella@example.org",
  ])("refuses the password %s and says why", async (weak) => {
    await expect(register("ella@example.org", weak)).rejects.toMatchObject({
      code: "password_refused",
      details: { fields: { password: expect.any(String) } },
    });
  });
});

describe("signing in [account.login]", () => {
  it("refuses a wrong password and an unknown address with the same words", async () => {
    const { deps } = instance();
    await confirmed("fay@example.org");
    const { visitor, ip, userAgent } = fromSomewhere();
    const answers = await Promise.allSettled(
      ["fay@example.org", "nobody@example.org"].map((email) =>
        signIn(deps, visitor, { email, password: newer, ip, userAgent }),
      ),
    );
    const words = answers.map((answer) => (answer.status === "rejected" ? answer.reason.message : "let in"));
    expect(words[0]).toBe(words[1]);
    const account = await findAccountByEmail(deps, "fay@example.org");
    const denied = await deps.db
      .selectFrom("audit_entries")
      .select("target_id")
      .where("action", "=", "login:denied")
      .where("target_id", "in", [account?.id ?? "none", ""])
      .execute();
    expect(denied.map(({ target_id }) => target_id).sort()).toEqual(["", account?.id]);
  });

  it("gives one who sends all guesses at once no more of them than one who waits for each answer", async () => {
    const { deps } = instance();
    await confirmed("gil@example.org");
    const { visitor, ip } = fromSomewhere();
    const guesses = Array.from({ length: 30 }, (_, n) =>
      signIn(deps, visitor, { email: "gil@example.org", password: `${newer} ${n}`, ip, userAgent: "" }).then(
        () => "let in",
        ({ kind }) => kind,
      ),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter((kind) => kind === "unauthenticated")).toHaveLength(10);
    expect(answers.filter((kind) => kind === "limit")).toHaveLength(20);
  });

  it("makes one who guesses wait, without locking the owner out", async () => {
    const { deps } = instance();
    await confirmed("gus@example.org");
    const guesser = fromSomewhere();
    const guess = () =>
      signIn(deps, guesser.visitor, {
        email: "gus@example.org",
        password: newer,
        ip: guesser.ip,
        userAgent: "",
      });
    for (let attempt = 0; attempt < 10; attempt += 1)
      await expect(guess()).rejects.toMatchObject({ kind: "unauthenticated" });
    await expect(guess()).rejects.toMatchObject({
      kind: "limit",
      details: { retryAfter: expect.any(Number) },
    });
    const owner = fromSomewhere();
    const entered = await signIn(deps, owner.visitor, {
      email: "gus@example.org",
      password,
      ip: owner.ip,
      userAgent: "",
    });
    expect(await findSession(deps, entered.token)).toBeDefined();
    const reading = { ...deps, clock: { now: () => deps.clock.now() + 3_600_000 }, db: readOnly(deps.db) };
    expect(await findSession(reading, entered.token), "also while nothing can be written").toBeDefined();
  });

  it("ends at sign-out, after idle weeks, and on request everywhere else", async () => {
    const { deps } = instance();
    const { accountId } = await confirmed("hal@example.org");
    const { visitor, ip, userAgent } = fromSomewhere();
    const enter = () => signIn(deps, visitor, { email: "hal@example.org", password, ip, userAgent });
    const [one, two] = [await enter(), await enter()];
    await signOut(deps, one.token);
    expect(await findSession(deps, one.token)).toBeUndefined();

    const here = await findSession(deps, two.token);
    await enter();
    await endOtherSessions(
      deps,
      { kind: "account", accountId },
      { accountId, keptHash: here?.tokenHash ?? "" },
    );
    expect(await listSessions(deps, accountId)).toHaveLength(1);

    deps.clock.advance(15 * 86_400_000);
    expect(await findSession(deps, two.token)).toBeUndefined();
    await removeEndedSessions(deps);
  });

  it.each(["", "nonsense", "x".repeat(43), "../../etc/passwd", "ü".repeat(43)])(
    "knows no session %s",
    async (token) => {
      expect(await findSession(instance().deps, token)).toBeUndefined();
    },
  );
});

describe("a forgotten password", () => {
  it("is replaced once through a link, which ends all sessions and tells the owner", async () => {
    const { deps } = instance();
    const before = await confirmed("ida@example.org");
    const { visitor, ip, userAgent } = fromSomewhere();
    await requestPasswordReset(deps, visitor, { email: "IDA@example.org", ip });
    const { token } = await letterTo("ida@example.org");
    await resetPassword(deps, { token, password: newer });
    expect(await findSession(deps, before.token)).toBeUndefined();
    expect((await letterTo("ida@example.org")).subject).toBe("Your password was changed");
    await signIn(deps, visitor, { email: "ida@example.org", password: newer, ip, userAgent });
    const reused = resetPassword(deps, { token, password });
    await expect(reused).rejects.toMatchObject({ kind: "gone" });
  });

  it("is answered the same for an address without an account, and nothing is sent", async () => {
    const { deps } = instance();
    const { visitor, ip } = fromSomewhere();
    await expect(
      requestPasswordReset(deps, visitor, { email: "none@example.org", ip }),
    ).resolves.toBeUndefined();
    expect((await letterTo("none@example.org")).subject).toBeUndefined();
  });

  it("cannot be replaced through a link of an hour ago, nor through an earlier one", async () => {
    const { deps } = instance();
    await confirmed("jo@example.org");
    const { visitor, ip } = fromSomewhere();
    await requestPasswordReset(deps, visitor, { email: "jo@example.org", ip });
    const earlier = await letterTo("jo@example.org");
    await requestPasswordReset(deps, visitor, { email: "jo@example.org", ip });
    const later = await letterTo("jo@example.org");
    await expect(resetPassword(deps, { token: earlier.token, password: newer })).rejects.toMatchObject({
      kind: "gone",
    });
    deps.clock.advance(3_600_001);
    await expect(resetPassword(deps, { token: later.token, password: newer })).rejects.toMatchObject({
      kind: "gone",
    });
  });

  it("cannot be replaced through a link that confirms an address", async () => {
    await register("kim@example.org");
    const { token } = await letterTo("kim@example.org");
    const misused = resetPassword(instance().deps, { token, password: newer });
    await expect(misused).rejects.toMatchObject({ kind: "gone" });
  });
});

describe("an account", () => {
  it("changes its password only with the present one, and keeps the session at hand", async () => {
    const { deps } = instance();
    const { accountId, token } = await confirmed("lou@example.org");
    const session = await findSession(deps, token);
    const { ip } = fromSomewhere();
    const change = (present: string) =>
      changePassword(
        deps,
        { kind: "account", accountId },
        { accountId, present, password: newer, keptHash: session?.tokenHash ?? "", ip },
      );
    await expect(change("a wrong one, and long enough")).rejects.toMatchObject({ code: "wrong_password" });
    await change(password);
    expect(await findSession(deps, token)).toBeDefined();
  });

  it("is made for somebody by an operator, once for each address", async () => {
    const { deps } = instance();
    const make = () =>
      createAccount(
        deps,
        { kind: "system", reason: "command line" },
        { email: "mia@example.org", password, name: "Mia", isOperator: true },
      );
    const { accountId } = await make();
    expect(await findAccountByEmail(deps, "Mia@example.org")).toMatchObject({
      id: accountId,
      isOperator: true,
    });
    expect(await listPoliciesToAccept(deps, accountId)).toHaveLength(2);
    await expect(make()).rejects.toMatchObject({ code: "account_exists" });
  });
});
