import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { ensurePolicies } from "../policies/ensure-policies.server";
import { createAccount } from "./create-account.server";
import { registerAccount } from "./register-account.server";
import { requestPasswordReset } from "./reset-password.server";
import { signIn } from "./sign-in.server";

const instance = useTestInstance({
  APP_ORIGIN: "https://app.example.org",
  PAGES_DOMAIN: "pages.example.net",
});
const visitor = { kind: "visitor", ip: "203.0.113.1" } as const;
const password = "quiet river under seven bridges";

describe("a public instance that cannot send mail", () => {
  it("says so at sign-up and reset instead of promising a letter, and changes nothing", async () => {
    const { deps } = instance();
    await ensurePolicies(deps);
    const email = "ada@example.org";
    const signUp = registerAccount(deps, visitor, {
      email,
      password,
      name: "",
      acceptedPolicyVersion: 1,
      ip: visitor.ip,
    });
    await expect(signUp).rejects.toMatchObject({ code: "mail_not_configured", kind: "unavailable" });
    const reset = requestPasswordReset(deps, visitor, { email, ip: visitor.ip });
    await expect(reset).rejects.toMatchObject({ code: "mail_not_configured" });
    expect(await deps.db.selectFrom("accounts").select("id").execute()).toEqual([]);
  });

  it("still lets in whom the operator made an account for", async () => {
    const { deps } = instance();
    const email = "bo@example.org";
    await createAccount(deps, { kind: "system", reason: "command line" }, { email, password, name: "Bo" });
    const entered = await signIn(deps, visitor, { email, password, ip: visitor.ip, userAgent: "" });
    expect(entered.token).toMatch(/^[\w-]{43}$/);
  });
});
