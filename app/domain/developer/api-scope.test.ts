import { describe, expect, it } from "vitest";
import { apiScopeNames, presetOf, scopeActs, scopePresets, scopesByNoun } from "./api-scope";

describe("the scopes of a key, as people choose them", () => {
  it("stand once each under what they are about, with a word for what they let do", () => {
    const shown = scopesByNoun.flatMap(({ scopes }) => scopes);
    expect(shown.toSorted()).toEqual(apiScopeNames.toSorted());
    for (const { noun, label } of scopesByNoun) expect(label).not.toBe(noun);
    for (const scope of apiScopeNames) expect(scopeActs[scope.split(":")[1] ?? ""], scope).toBeDefined();
  });

  it("have a preset that reads all and changes nothing, and one for everything", () => {
    expect(scopePresets.read.every((scope) => scope.endsWith(":read"))).toBe(true);
    expect(presetOf(scopePresets.read.toReversed())).toBe("read");
    expect(presetOf(apiScopeNames)).toBe("all");
    expect(presetOf(["leads:read"])).toBeUndefined();
  });
});
