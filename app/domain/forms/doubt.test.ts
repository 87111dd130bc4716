import { describe, expect, it } from "vitest";
import { countLinks, doubtOf, type SubmissionSigns } from "./doubt";

const person: SubmissionSigns = {
  trapFilled: false,
  token: "own",
  hasProof: false,
  captcha: "none",
  fillMs: undefined,
  botAgent: false,
  disposableAddress: false,
  links: 0,
  fromAddress: 1,
  onForm: 1,
};

describe("[forms.captcha] doubt", () => {
  it("falls on nobody for a single weak sign, such as having no script, an odd browser or a new form", () => {
    const single: Partial<SubmissionSigns>[] = [
      {},
      { token: "none" },
      { botAgent: true },
      { disposableAddress: true },
      { links: 5 },
      { onForm: 50_000 },
      { fromAddress: 20 },
    ];
    for (const signs of single) expect(doubtOf({ ...person, ...signs }), JSON.stringify(signs)).toBe("");
  });

  it("falls on who fills the trap, floods from one address, or shows several signs at once", () => {
    expect(doubtOf({ ...person, trapFilled: true, hasProof: true })).toBe("trap");
    expect(doubtOf({ ...person, token: "wrong", hasProof: true })).toBe("token");
    expect(doubtOf({ ...person, fromAddress: 21 })).toBe("address");
    expect(doubtOf({ ...person, token: "none", botAgent: true, links: 3 })).toBe("signs");
    expect(doubtOf({ ...person, onForm: 200, botAgent: true, links: 3 })).toBe("flood");
  });

  it("believes a browser that did the work, also in a busy hour", () => {
    expect(doubtOf({ ...person, hasProof: true, onForm: 50_000, fromAddress: 50, links: 3 })).toBe("");
  });

  it("believes the service that was set as it believes the work, and holds back whom it takes for a program", () => {
    expect(doubtOf({ ...person, captcha: "passed", onForm: 50_000, fromAddress: 50, links: 3 })).toBe("");
    expect(doubtOf({ ...person, captcha: "failed", hasProof: true })).toBe("captcha");
    expect(doubtOf({ ...person, captcha: "passed", trapFilled: true })).toBe("trap");
  });

  it("counts links in what was written", () => {
    expect(countLinks(["see https://a.example and www.b.example", "[url=x]"])).toBe(3);
  });
});
