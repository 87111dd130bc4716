import { describe, expect, it } from "vitest";
import { mayDo, mayGrant, permissions, roles } from "./permission";

describe("the matrix of roles [account.roles]", () => {
  it("gives each role what the one below has, and something more", () => {
    const counts = roles.map((role) => permissions.filter((permission) => mayDo(role, permission)));
    for (const [index, more] of counts.entries()) {
      const less = counts[index + 1] ?? [];
      expect(less.every((permission) => more.includes(permission))).toBe(true);
      expect(more.length).toBeGreaterThan(less.length);
    }
  });

  it("lets only owners close a workspace and only managers and above send", () => {
    expect(roles.filter((role) => mayDo(role, "workspace:terminate"))).toEqual(["owner"]);
    expect(roles.filter((role) => mayDo(role, "campaign:send"))).toEqual(["owner", "admin", "manager"]);
    expect(roles.filter((role) => mayDo(role, "member:manage"))).toEqual(["owner", "admin"]);
  });

  it("lets nobody hand out a role above their own", () => {
    expect(roles.filter((role) => mayGrant("owner", role))).toEqual([...roles]);
    expect(roles.filter((role) => mayGrant("admin", role))).toEqual(["admin", "manager", "member"]);
    expect(roles.filter((role) => mayGrant("manager", role))).toEqual([]);
  });
});
