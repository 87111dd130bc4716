import { describe, expect, it } from "vitest";
import type { PlatformPromise } from "../app/domain/trust/platform-promise";
import { promises } from "../app/domain/trust/promise-registry";
import { problemsOfPromises, promisesNamedIn } from "./check-promises";

const promise = (change: Partial<PlatformPromise>): PlatformPromise => ({
  id: "email.optout",
  title: "An opt-out",
  stage: 1,
  state: "kept",
  mechanism: "By a type",
  code: ["a.ts"],
  ...change,
});

describe("the registry of promises", () => {
  it("refuses a promise marked kept that no test names [trust.page]", () => {
    expect(problemsOfPromises([promise({})], new Map(), () => true)).toEqual([
      "email.optout: marked kept, but no test names it",
    ]);
    expect(problemsOfPromises([promise({})], new Map([["email.optout", ["a.test.ts"]]]), () => true)).toEqual(
      [],
    );
  });

  it("notices code that is gone and a test for something nobody promised", () => {
    const proofs = new Map([["email.flowers", ["b.test.ts"]]]);
    expect(problemsOfPromises([promise({ state: "partly" })], proofs, () => false)).toEqual([
      "email.optout: a.ts does not exist",
      "b.test.ts: names email.flowers, which nobody promised",
    ]);
  });

  it("reads ids from titles only", () => {
    expect(promisesNamedIn('it("works [email.optout] [sms]", () => {}); const a = "[aup.check]";')).toEqual([
      "email.optout",
      "sms",
    ]);
  });

  it("lists every promise once, in plain words", () => {
    expect(new Set(promises.map(({ id }) => id)).size).toBe(promises.length);
    expect(promises.filter(({ title }) => title.includes("!"))).toEqual([]);
  });
});
