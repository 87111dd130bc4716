import { describe, expect, it } from "vitest";
import { DomainError } from "~/domain/domain-error";
import { rightsWords } from "~/emails/rights-words/all-words";
import { inTheirWords } from "./rights-page.server";

const refusedWith = (error: unknown): Promise<unknown> =>
  inTheirWords(rightsWords.de, { kind: rightsWords.de.data.kindMissing }, () => Promise.reject(error)).then(
    () => undefined,
    (refusal: unknown) => refusal,
  );

describe("a refusal on the pages about people's rights", () => {
  it("says of each field in the visitor's language what is missing, in a sentence that stands alone", async () => {
    const fields = { kind: "Choose what you ask for." };
    expect(
      await refusedWith(new DomainError("invalid", "x", "Something is missing.", { fields })),
    ).toMatchObject({
      safeMessage: "Es fehlt noch etwas. Es wurde nichts gesendet.",
      details: { fields: { kind: "Wählen Sie, was Sie verlangen." } },
    });
  });

  it("says in the visitor's language when too much was sent, with the time to wait, and when nothing can be taken", async () => {
    const limit = new DomainError("limit", "too_many_attempts", "There were too many tries.", {
      retryAfter: 60,
    });
    expect(await refusedWith(limit)).toMatchObject({
      kind: "limit",
      safeMessage: rightsWords.de.tooMany,
      details: { retryAfter: 60 },
    });
    for (const fault of [
      new DomainError("unavailable", "mail_not_configured", "No mail."),
      Object.assign(new Error("closed"), { code: "ECONNREFUSED" }),
    ])
      expect(await refusedWith(fault)).toMatchObject({
        kind: "unavailable",
        safeMessage: rightsWords.de.away,
      });
  });

  it("leaves a fault of our own what it is", async () => {
    const fault = new TypeError("x is not a function");
    expect(await refusedWith(fault)).toBe(fault);
  });
});
