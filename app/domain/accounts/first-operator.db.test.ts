import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { ensurePolicies } from "../policies/ensure-policies.server";
import { createSetupLink } from "./create-setup-link.server";
import { findSession } from "./find-session.server";
import { makeFirstOperator } from "./make-first-operator.server";

const instance = useTestInstance();
const system = { kind: "system", reason: "start" } as const;
const visitor = { kind: "visitor", ip: "203.0.113.9" } as const;

const become = (token: string, email: string) =>
  makeFirstOperator(instance().deps, visitor, {
    token,
    email,
    password: "quiet river under seven bridges",
    name: "Op",
    acceptedPolicyVersion: 1,
    termsVersion: 1,
    ip: visitor.ip,
    userAgent: "",
  });

const tokenOf = (link: string | undefined) => link?.split("/").at(-1) ?? "";

describe("the first operator", () => {
  it("is made by the link of the newest start only, within a day, once", async () => {
    const { deps } = instance();
    await ensurePolicies(deps);
    const earlier = tokenOf(await createSetupLink(deps, system));
    const late = tokenOf(await createSetupLink(deps, system));
    await expect(become(earlier, "first@example.org")).rejects.toMatchObject({ kind: "gone" });
    deps.clock.advance(25 * 3_600_000);
    await expect(become(late, "first@example.org")).rejects.toMatchObject({ kind: "gone" });

    const token = tokenOf(await createSetupLink(deps, system));
    const outcomes = await Promise.allSettled([
      become(token, "one@example.org"),
      become(token, "two@example.org"),
    ]);
    const made = outcomes.filter((outcome) => outcome.status === "fulfilled");
    expect(made).toHaveLength(1);
    const session = await findSession(deps, made[0]?.value.token ?? "");
    expect(session?.account.isOperator).toBe(true);
    expect(await createSetupLink(deps, system)).toBeUndefined();
  });
});
