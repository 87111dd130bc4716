import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { collectionOf } from "~/testing/collections";
import { isMailMachine, readUserAgent } from "./user-agent";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

describe("a user agent", () => {
  it("tells browser, system and device without versions", () => {
    expect(readUserAgent(firefox)).toEqual({
      browser: "Firefox",
      os: "Linux",
      device: "desktop",
      isBot: false,
    });
    const phone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";
    expect(readUserAgent(phone)).toEqual({ browser: "Safari", os: "iOS", device: "mobile", isBot: false });
  });

  test.each([undefined, "", "   "])("that is missing (%j) is no person's", (header) => {
    expect(readUserAgent(header).isBot).toBe(true);
  });

  test.each([
    "curl/8.5.0",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "x".repeat(90_000),
  ])("is read whatever it is: %.60s", (header) => {
    expect(readUserAgent(header).device).toBeTypeOf("string");
  });

  it("of a mail proxy is no person's open", () => {
    expect(
      isMailMachine(
        "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
      ),
    ).toBe(true);
    expect(isMailMachine("Mozilla/5.0")).toBe(true);
    expect(isMailMachine(firefox)).toBe(false);
  });
});

const bots = collectionOf("bots");

describe.skipIf(!bots.isHere)("user agents judged by others", () => {
  const listed = (file: string) =>
    [...readFileSync(`${bots.at}/${file}`, "utf8").matchAll(/^ {2}- (.+)$/gm)].map(([, line = ""]) =>
      line.replace(/^(["'])(.*)\1$/, "$2"),
    );
  const share = (agents: string[], isBot: boolean) =>
    agents.filter((agent) => readUserAgent(agent).isBot === isBot).length / agents.length;

  it("are told apart: crawlers and people's browsers", () => {
    expect(share(listed("isbot-crawlers.yml"), true)).toBeGreaterThan(0.97);
    expect(share(listed("isbot-browsers.yml"), false)).toBeGreaterThan(0.97);
  });

  it("are recognised as crawlers in a second collection", () => {
    const patterns = JSON.parse(readFileSync(`${bots.at}/crawler-user-agents.json`, "utf8")) as {
      instances: string[];
    }[];
    expect(
      share(
        patterns.flatMap(({ instances }) => instances),
        true,
      ),
    ).toBeGreaterThan(0.95);
  });
});
