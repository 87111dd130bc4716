import { describe, expect, it, test } from "vitest";
import { isBlocked } from "./finding";
import { type JudgedMessage, judgeMessage } from "./judge-message";

const message = (given: Partial<JudgedMessage> = {}) =>
  judgeMessage({
    subject: "News from the bakery",
    html: '<p>Hello</p><p><a href="https://bakery.example/">Read more</a></p>',
    text: "Hello",
    fromName: "Bakery Miller",
    fromEmail: "news@bakery.example",
    postalAddress: "1 Mill Lane, 12345 Town, Germany",
    hasUnsubscribe: true,
    ...given,
  });

const rules = (given: Partial<JudgedMessage>) =>
  message(given).map(({ severity, rule }) => `${severity} ${rule}`);

describe("[aup.check] a message", () => {
  it("with everything a reader must have passes without a finding", () => {
    expect(message()).toEqual([]);
  });

  it("[email.optout] without the sender's postal address is refused", () => {
    expect(rules({ postalAddress: " \n " })).toEqual(["block mail.postal-address"]);
    expect(isBlocked(message({ postalAddress: "" }))).toBe(true);
  });

  it("[email.optout] without an unsubscribe link is refused", () => {
    expect(rules({ hasUnsubscribe: false })).toEqual(["block mail.unsubscribe"]);
  });

  test.each(["me@gmail.com", "me@yahoo.co.uk", "me@outlook.com", "me@GMX.de", "me@web.de"])(
    "from a mailbox for everybody is refused: %s",
    (fromEmail) => {
      expect(rules({ fromEmail })).toEqual(["block mail.free-mail-sender"]);
    },
  );

  test.each([
    [{ subject: "" }, "block mail.subject"],
    [{ subject: "\u200B " }, "block mail.subject"],
    [{ subject: "Re: our talk" }, "warn mail.false-reply"],
    [{ subject: "AW: Termin" }, "warn mail.false-reply"],
    [{ subject: "FWD: hello" }, "warn mail.false-reply"],
    [{ subject: "SPECIAL NEWS FOR YOU" }, "warn mail.capitals"],
    [{ subject: "Only today!!!" }, "warn mail.punctuation"],
    [{ fromName: "50% discount" }, "warn mail.from-name-offer"],
    [{ fromName: "support@bank.example" }, "warn mail.from-name-address"],
    [{ fromName: "Bakery (2)" }, "warn mail.from-name-badge"],
    [{ fromName: "Bakery ✅" }, "warn mail.from-name-badge"],
    [{ links: ["https://bit.ly/x"] }, "warn link.shortener"],
    [{ html: '<a href="https://evil.example">www.bank.example</a>' }, "warn link.mismatch"],
    [{ links: ["https://example.org/yours", "https://example.org/yours"] }, "block mail.placeholder-link"],
    [{ html: '<a href="https://www.example.com/autumn">Autumn</a>' }, "warn mail.example-link"],
    [{ html: `<p>${"word ".repeat(25_000)}</p>` }, "warn mail.size"],
    [
      { html: `<div style="color:#fff;background:#fff">${"hidden words ".repeat(30)}</div>` },
      "warn mail.hidden-text",
    ],
    [{ html: `<div style="font-size:0px">${"hidden words ".repeat(30)}</div>` }, "warn mail.hidden-text"],
    [{ html: "<p>Your card 4111 1111 1111 1111</p>" }, "warn mail.sensitive-number"],
    [{ text: "Your account will be suspended" }, "warn phishing.pressure"],
  ] as const)("is judged: %.80j", (given, expected) => {
    expect(rules(given)).toEqual([expected]);
  });

  test.each([
    [{ subject: "Reading list: Re-opening in May" }],
    [{ subject: "NASA" }],
    [{ subject: "Really?" }],
    [{ fromName: "Jane at Bakery" }],
    [{ html: '<div style="display:none">A short preview line &#847;&zwnj;&nbsp;&#8199;</div><p>Hello</p>' }],
    [{ html: '<p style="font-size:10px">Small print</p>' }],
    [{ html: `<!--[if mso]>${"<table></table>".repeat(100)}<![endif]--><p>Hello</p>` }],
  ])("passes: %.80j", (given) => {
    expect(rules(given)).toEqual([]);
  });

  it("nested deeper than any stack is still judged", () => {
    expect(rules({ html: `${"<div>".repeat(20_000)}x` })).toContain("warn mail.size");
  });
});
