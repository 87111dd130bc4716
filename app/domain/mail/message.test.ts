import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import { composeMail } from "./compose-mail.server";
import { checkGates, decideAll, type Gate, type GateInput, requiredGates } from "./gate";
import { type MarketingMessage, postalAddress, recordedBasis, unsubscribeLink } from "./message";

const link = unsubscribeLink("https://links.example.org/u/AbC_123-x");
const address = postalAddress("Baker Ltd\n1 Main Street\nSpringfield");
const basis = recordedBasis("01K000000000000000000000AA");
const words = {
  class: "marketing",
  messageId: "1@example.org",
  from: { name: "Bäcker, Ltd", email: "news@example.org" },
  to: "ada@example.org",
  subject: "News",
  html: `<p>Hi</p><p>Baker Ltd<br>1 Main Street<br>Springfield</p><a href="${link}">Unsubscribe</a>`,
  text: `Hi\n\nBaker Ltd\n1 Main Street\nSpringfield\n${link}`,
} as const;

describe("a marketing message [email.optout]", () => {
  it("does not type-check without unsubscribe link, postal address and basis", () => {
    const whole: MarketingMessage = { ...words, unsubscribe: link, postalAddress: address, basis };
    // @ts-expect-error the link is missing
    const noLink: MarketingMessage = { ...words, postalAddress: address, basis };
    // @ts-expect-error the address is missing
    const noAddress: MarketingMessage = { ...words, unsubscribe: link, basis };
    // @ts-expect-error the basis is missing
    const noBasis: MarketingMessage = { ...words, unsubscribe: link, postalAddress: address };
    // @ts-expect-error a plain string proves nothing
    const bare: MarketingMessage = { ...whole, unsubscribe: "https://links.example.org/u/x" };
    expect([noLink, noAddress, noBasis, bare]).toHaveLength(4);
  });

  it("proves its parts only from what can be one", () => {
    for (const url of [
      "",
      "https://x.org/",
      "javascript:alert(1)/u/x",
      "https://x.org/u/a b",
      "mailto:x@y.z",
    ]) {
      expect(() => unsubscribeLink(url)).toThrow(/unsubscribe/);
    }
    expect(() => postalAddress("  \n ")).toThrow(/postal address/);
    expect(() => recordedBasis("")).toThrow(/recorded/);
  });

  it("is composed with one header each for the link and for one click", async () => {
    const message: MarketingMessage = { ...words, unsubscribe: link, postalAddress: address, basis };
    const raw = (await composeMail(message, 0)).toString();
    expect(raw.match(/^List-Unsubscribe: <https:\/\/links\.example\.org\/u\/AbC_123-x>\r$/gm)).toHaveLength(
      1,
    );
    expect(raw.match(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/gm)).toHaveLength(1);
    const mail = await simpleParser(raw);
    expect(mail.from?.value).toEqual([{ name: "Bäcker, Ltd", address: "news@example.org" }]);
  });

  it("is not composed when its words hide the link or the address", async () => {
    const message: MarketingMessage = { ...words, unsubscribe: link, postalAddress: address, basis };
    const compose = async (change: Partial<MarketingMessage>) => composeMail({ ...message, ...change }, 0);
    await expect(compose({ html: "<p>Hi</p>" })).rejects.toThrow(/unsubscribe/);
    await expect(compose({ text: `Hi ${link}` })).rejects.toThrow(/postal/);
  });
});

describe("the gates", () => {
  const input = (email: string): GateInput => ({
    workspaceId: "w",
    leadId: "l",
    addressHash: "h",
    topicId: "",
    email,
  });
  const gate = (name: Gate["name"], excluded: readonly string[] = []): Gate => ({
    name,
    decide: async (_tx, messages) =>
      messages.map(({ email }) => (excluded.includes(email) ? { exclude: `${name} says no` } : "allow")),
  });
  const all = requiredGates.map((name) => gate(name));

  it("stop the start when one is missing or there twice [email.unsolicited]", () => {
    expect(() => checkGates(all)).not.toThrow();
    for (const name of requiredGates) {
      expect(() => checkGates(all.filter((each) => each.name !== name))).toThrow(name);
    }
    expect(() => checkGates([...all, gate("consent")])).toThrow("consent");
  });

  it("let pass only what every one of them allows, and keep the first reason", async () => {
    const gates = [
      gate("consent", ["b", "c"]),
      gate("suppression", ["c"]),
      gate("standing"),
      gate("acceptable-use"),
      gate("frequency"),
      gate("payment"),
    ];
    const verdicts = await decideAll(gates, {} as never, ["a", "b", "c"].map(input));
    expect(verdicts).toEqual(["allow", { exclude: "consent says no" }, { exclude: "suppression says no" }]);
  });

  it("never take silence for a yes", async () => {
    const silent: Gate = { name: "consent", decide: async () => [] };
    const gates = [silent, ...all.filter(({ name }) => name !== "consent")];
    await expect(decideAll(gates, {} as never, [input("a")])).rejects.toThrow("consent");
  });
});
