import { describe, expect, it } from "vitest";
import { openKind } from "./open-kind";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const later = { sinceSentMs: 60_000 };

describe("who opened a message", () => {
  it("is a person with a browser or a mail program", () => {
    expect(openKind(firefox, later)).toBe("human");
    expect(openKind("Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Thunderbird/128.0", later)).toBe(
      "human",
    );
  });

  it.each([
    [
      "Gmail's proxy",
      "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
    ],
    ["Apple's privacy proxy", "Mozilla/5.0"],
    ["a scanner", "Mozilla/5.0 BarracudaSentinel"],
    ["a library", "python-requests/2.32"],
    ["nothing said", ""],
    [
      "Gmail fetching ahead",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0",
    ],
  ])("is a machine: %s", (_name, agent) => {
    expect(openKind(agent, later)).toBe("machine");
  });

  it("is a machine within five seconds of sending, and where only the head is asked for", () => {
    expect(openKind(firefox, { sinceSentMs: 1200 })).toBe("machine");
    expect(openKind(firefox, { ...later, method: "HEAD" })).toBe("machine");
  });

  it("is not told from a person by a quick click alone", () => {
    expect(openKind(firefox, { sinceSentMs: 1200, isClick: true })).toBe("unknown");
  });

  it("is unknown where the program has a name that nobody knows", () => {
    expect(openKind("Mozilla/5.0 (Windows NT 10.0) Quill", later)).toBe("unknown");
  });
});
