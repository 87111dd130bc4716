import { describe, expect, it } from "vitest";
import { createFakeClock } from "~/testing/fake-clock";
import { letterRequests, mayWriteTo, signInAttempts } from "./attempt-limits.server";

const clock = createFakeClock();
const inHex = (number: number) => number.toString(16);

describe("tries are counted by place", () => {
  it("one household cannot guess on with another of its IPv6 addresses", () => {
    const from = (last: number) => `2001:db8:7:1::${inHex(last)}`;
    for (let guess = 1; guess <= 10; guess += 1) {
      signInAttempts.begin(clock, "ada@six.example", from(guess));
    }
    expect(() => signInAttempts.begin(clock, "ada@six.example", from(99))).toThrow("too many tries");
    expect(() => signInAttempts.begin(clock, "ada@six.example", "2001:db8:7:2::1")).not.toThrow();
  });

  it("letters that a household asks for are counted together too, and its neighbours' apart", () => {
    for (let asked = 1; asked <= 30; asked += 1) letterRequests.count(clock, `2001:db8:8:1::${inHex(asked)}`);
    expect(() => letterRequests.check(clock, "2001:db8:8:1::ffff")).toThrow("too many tries");
    expect(() => letterRequests.check(clock, "2001:db8:8:2::1")).not.toThrow();
  });
});

describe("tries that tell nothing of a password", () => {
  it("are not held against anybody: those that succeed, and those that a fault of ours ended", () => {
    for (let visit = 1; visit <= 150; visit += 1) {
      signInAttempts.begin(clock, `bo${visit}@office.example`, "203.0.113.80");
      signInAttempts.succeed(`bo${visit}@office.example`, "203.0.113.80");
      signInAttempts.begin(clock, "cy@office.example", "203.0.113.80");
      signInAttempts.abandon("cy@office.example", "203.0.113.80");
    }
    expect(() => signInAttempts.begin(clock, "cy@office.example", "203.0.113.80")).not.toThrow();
  });
});

describe("letters to one address", () => {
  it("are limited by kind, so that strangers cannot keep back the link to a new password", () => {
    const flood = Array.from({ length: 20 }, () => mayWriteTo(clock, "request", "dee@flood.example"));
    expect(flood.filter(Boolean)).toHaveLength(5);
    expect(mayWriteTo(clock, "account", "dee@flood.example")).toBe(true);
    expect(mayWriteTo(clock, "password", "dee@flood.example")).toBe(true);
  });

  it("are counted together however the address is written", () => {
    const spellings = ["eve@flood.example", "EVE@flood.example", " Eve@FLOOD.example"];
    const sent = Array.from({ length: 9 }, (_, n) => mayWriteTo(clock, "request", spellings[n % 3] ?? ""));
    expect(sent.filter(Boolean)).toHaveLength(5);
  });
});
