import { describe, expect, it } from "vitest";
import { explainMailFailure } from "./explain-mail-failure";

const route = { via: "smtp", host: "mail.example.org", port: 587 } as const;
const failure = (facts: Partial<Parameters<typeof explainMailFailure>[0]>) => ({
  ...({ message: "", stage: "connect", code: 0, response: "", reason: "", outcome: "temporary" } as const),
  ...facts,
});

describe("what an operator reads when mail does not leave", () => {
  it.each([
    [
      "a name that is not there",
      { reason: "EDNS", message: "getaddrinfo ENOTFOUND mail.example.org" },
      "spelling",
    ],
    ["a closed door", { reason: "ECONNREFUSED", message: "connect ECONNREFUSED" }, "mail server runs"],
    ["a silent one", { reason: "CONNECTION_TIMEOUT", message: "Connection timeout" }, "firewall"],
    [
      "a server that waits for TLS",
      { reason: "GREETING_TIMEOUT", message: "Greeting never received" },
      "smtps://",
    ],
    ["one that hangs up", { message: "Connection closed unexpectedly" }, "smtps://"],
    ["a server without TLS", { message: "write EPROTO wrong version number" }, "smtp:// instead"],
    [
      "a foreign certificate",
      { message: "Hostname/IP does not match certificate's altnames" },
      "name that the certificate is made for",
    ],
    [
      "an old certificate",
      { reason: "CERT_HAS_EXPIRED", message: "certificate has expired" },
      "Have it renewed",
    ],
    [
      "a wrong password",
      { reason: "EAUTH", code: 535, message: "Invalid login" },
      "password made for programs",
    ],
    ["a refused sender", { stage: "sender", code: 553 }, "sender shown above"],
    ["a refused recipient", { stage: "recipient", code: 550 }, "Check the address"],
    ["a refused message", { stage: "data", code: 554 }, "DMARC"],
    ["a broken connection", { stage: "data", outcome: "unknown" }, "before you try again"],
  ] as const)("names what to do about %s", (_name, facts, words) => {
    expect(explainMailFailure(failure(facts), route).remedy).toContain(words);
  });

  it("blames the recipient for what a server says of certificates there, not the way", () => {
    const refused = failure({
      stage: "recipient",
      code: 550,
      response: "550 certificate mailing list is closed",
    });
    expect(explainMailFailure(refused, route).what).toContain("recipient");
  });

  it.each([
    [401, "SENDGRID_API_KEY"],
    [403, "Mail Send"],
    [429, "limits"],
    [503, "tried again"],
    [0, "firewall"],
  ])("knows what SendGrid means by %i", (code, words) => {
    const explained = explainMailFailure(failure({ code }), { ...route, via: "sendgrid" });
    expect(explained.remedy).toContain(words);
  });

  it("never leaves anybody without words", () => {
    for (const via of ["smtp", "sendgrid", "outbox"] as const) {
      const { what, remedy } = explainMailFailure(failure({ code: 499 }), { ...route, via });
      expect(what.length * remedy.length).toBeGreaterThan(0);
    }
  });
});
