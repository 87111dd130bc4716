import { expect, it } from "vitest";
import { roles } from "~/domain/workspaces/permission";
import { isReadOnly, settingsTabs } from "./settings-tabs";

it("knows who sees settings that they may not change", () => {
  const readOnly = roles.map((role) => [
    role,
    settingsTabs("", role, true)
      .filter(({ to }) => isReadOnly(role, to))
      .map(({ label }) => label),
  ]);
  const seen = ["General", "Privacy notice", "Keeping data", "Data"];
  expect(Object.fromEntries(readOnly)).toEqual({ owner: [], admin: [], manager: seen, member: seen });
  expect(isReadOnly("member", "/data/"), "with a slash at the end").toBe(true);
  expect(isReadOnly("member", "/nowhere")).toBe(false);
});
