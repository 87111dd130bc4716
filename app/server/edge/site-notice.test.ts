import { describe, expect, it } from "vitest";
import { frozenBytes } from "./frozen-answer.server";
import { createSiteNotices } from "./site-notice.server";

async function shown(language: string): Promise<string> {
  const answer = await createSiteNotices({})("missing", { name: "店", language });
  return frozenBytes(answer, { method: "GET", ifNoneMatch: "", acceptEncoding: "" }).toString();
}

describe("what a site says where it has no page", () => {
  it.each([
    ["de-AT", '<html lang="de" dir="ltr">', "Unter dieser Adresse gibt es nichts"],
    ["ar", '<html lang="ar" dir="rtl">', "لا يوجد شيء على هذا العنوان"],
    ["ja", '<html lang="en" dir="ltr">', "Nothing lives at this address"],
    ["he", '<html lang="en" dir="ltr">', "Nothing lives at this address"],
  ])("on a site in %s names the language that its words are in", async (language, head, words) => {
    const html = await shown(language);
    expect(html).toContain(head);
    expect(html).toContain(words);
    expect(html).not.toContain("<a ");
  });
});
