import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { collectionOf } from "~/testing/collections";
import { isDisposableDomain } from "./disposable-domains.server";

const judged = collectionOf("disposable/disposable_email_blocklist.conf");

describe("a mail domain", () => {
  test.each(["mailinator.com", "inbox.mailinator.com", "yopmail.com", "guerrillamail.com"])(
    "is disposable: %s",
    (domain) => {
      expect(isDisposableDomain(domain)).toBe(true);
    },
  );

  test.each([
    "gmail.com",
    "gmx.de",
    "proton.me",
    "mail.ru",
    "163.com",
    "orange.fr",
    "seznam.cz",
    "wp.pl",
    "privaterelay.appleid.com",
    "duck.com",
    "simplelogin.com",
    "toko-budi.web.id",
    "company.my.id",
    "university.edu.pl",
    "example.org",
    "com",
    "",
  ])("is not disposable: %s", (domain) => {
    expect(isDisposableDomain(domain)).toBe(false);
  });
});

describe.skipIf(!judged.isHere)("a newer list made by others", () => {
  it("is known for four fifths", () => {
    const listed = readFileSync(judged.at, "utf8").split("\n").filter(Boolean);
    const known = listed.filter(isDisposableDomain).length;
    expect(known / listed.length).toBeGreaterThan(0.8);
  });
});
