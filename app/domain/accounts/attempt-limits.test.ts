import { describe, expect, it } from "vitest";
import { createFakeClock } from "~/testing/fake-clock";
import { letterRequests, signInAttempts } from "./attempt-limits.server";

const clock = createFakeClock();
const inHex = (number: number) => number.toString(16);

describe("tries are counted by place", () => {
  it("one household cannot guess on with another of its IPv6 addresses", () => {
    const from = (last: number) => `2001:db8:7:1::${inHex(last)}`;
    for (let guess = 1; guess <= 10; guess += 1) {
      signInAttempts.check(clock, "ada@six.example", from(guess));
      signInAttempts.countFailure(clock, "ada@six.example", from(guess));
    }
    expect(() => signInAttempts.check(clock, "ada@six.example", from(99))).toThrow("too many tries");
    expect(() => signInAttempts.check(clock, "ada@six.example", "2001:db8:7:2::1")).not.toThrow();
  });

  it("letters that a household asks for are counted together too, and its neighbours' apart", () => {
    for (let asked = 1; asked <= 30; asked += 1) letterRequests.count(clock, `2001:db8:8:1::${inHex(asked)}`);
    expect(() => letterRequests.check(clock, "2001:db8:8:1::ffff")).toThrow("too many tries");
    expect(() => letterRequests.check(clock, "2001:db8:8:2::1")).not.toThrow();
  });
});
