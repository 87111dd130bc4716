import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { collectionOf } from "~/testing/collections";
import { maskAddress, mergeKey, normaliseAddress, parseEmailAddress } from "./email-address";

const reasonOf = (input: string) => {
  const result = parseEmailAddress(input);
  return result.ok ? "ok" : result.reason;
};

describe("an e-mail address", () => {
  it("is taken as typed, with the domain in ASCII", () => {
    expect(parseEmailAddress("  Jane.Doe+news@Bücher.Example ")).toEqual({
      ok: true,
      address: "Jane.Doe+news@xn--bcher-kva.example",
      local: "Jane.Doe+news",
      domain: "xn--bcher-kva.example",
    });
  });

  it("may be written in any script", () => {
    expect(reasonOf("पता@उदाहरण.भारत")).toBe("ok");
    expect(reasonOf("hans.müller@straße.de")).toBe("ok");
  });

  test.each([
    ["", "empty"],
    ["jane", "no_at"],
    ["@example.org", "no_local"],
    ["jane@", "no_domain"],
    ["jane@localhost", "no_tld"],
    ["jane@example.c", "no_tld"],
    ["jane@[192.0.2.1]", "ip_literal"],
    ["jane@192.0.2.1", "ip_literal"],
    ['"jane doe"@example.org', "quoted_local"],
    ["jane(comment)@example.org", "local_characters"],
    ["jane..doe@example.org", "local_dots"],
    ["jane@exa_mple.org", "domain_characters"],
    ["jane@-example.org", "domain_characters"],
    ["jane@example..org", "domain_characters"],
    ["jane@example.org.", "domain_characters"],
    ["jane\r\nBcc: all@example.org", "local_characters"],
    ["jane\u200b@example.org", "local_characters"],
    [`${"a".repeat(65)}@example.org`, "too_long"],
    [`a@${`${"b".repeat(60)}.`.repeat(5)}org`, "too_long"],
  ])("is refused when it is %j, because: %s", (input, reason) => {
    expect(reasonOf(input)).toBe(reason);
  });

  it("is refused at once however long it is, and whatever it is made of", () => {
    for (const filling of [" ", "\u00A0", "a", "a.", "a@", "\u0301", "é"])
      expect(parseEmailAddress(`x${filling.repeat(1_000_000)}x`)).toEqual({ ok: false, reason: "too_long" });
  });

  it("has a key that stays the same for ever", () => {
    expect(normaliseAddress(" J.Doe+News@EXAMPLE.org ")).toEqual({
      version: 1,
      key: "j.doe+news@example.org",
    });
    expect(normaliseAddress("jane@BÜCHER.example").key).toBe("jane@xn--bcher-kva.example");
    expect(normaliseAddress("jane@bu\u0308cher.example").key).toBe("jane@xn--bcher-kva.example");
    expect(normaliseAddress("not an address").key).toBe("not an address");
    expect(normaliseAddress("a@b c/d").key).toBe("a@b c/d");
  });

  it("is merged with the same address in other letters, never with a neighbour's", () => {
    expect(mergeKey("Jane@Example.org")).toBe(mergeKey("jane@example.org"));
    expect(mergeKey("j.ane@gmail.com")).not.toBe(mergeKey("jane@gmail.com"));
  });

  it("can be shown masked", () => {
    expect(maskAddress("jane@example.org")).toBe("j•••@e•••.org");
    expect(maskAddress("nothing")).toBe("•••");
  });
});

interface JudgedAddress {
  src: string;
  email: string;
  valid?: boolean;
  args?: object[];
  category?: string;
}

const judged = collectionOf("addresses/email-cases.json");

describe.skipIf(!judged.isHere)("addresses judged by others", () => {
  const cases = () => JSON.parse(readFileSync(judged.at, "utf8")) as JudgedAddress[];

  it("agree with validator.js, but for quoted names", () => {
    const plain = cases().filter((one) => one.src === "validator.js" && one.args?.length === 0);
    const different = plain
      .filter((one) => parseEmailAddress(one.email).ok !== one.valid)
      .map((one) => one.email);
    expect(different.filter((email) => !email.startsWith('"'))).toEqual([]);
    expect(plain.length).toBeGreaterThan(50);
  });

  it("agree with is_email, but for surrounding spaces and endings that no registry has", () => {
    const wrong: string[] = [];
    for (const { src, category, email } of cases()) {
      if (!src.startsWith("is_email")) continue;
      const deliverable = category === "ISEMAIL_VALID_CATEGORY" || category === "ISEMAIL_DNSWARN";
      const onPurpose =
        email.trim() !== email || /@io$|[@.](\w|[\w-]*[\d-][\w-]*)$|xn--example\.com$/.test(email);
      if (parseEmailAddress(email).ok !== deliverable && !onPurpose) wrong.push(`${category} ${email}`);
    }
    expect(wrong).toEqual([]);
  });
});
