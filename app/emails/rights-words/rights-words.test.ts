import { describe, expect, it } from "vitest";
import { publicLanguages } from "~/lib/public-language";
import { confirmRequestLetter, noticeDecidedLetter, requestAnswerLetter } from "../privacy-letters";
import { rightsWords } from "./all-words";
import { en } from "./en";

type Tree = { [name: string]: string | Tree };

function flat(tree: Tree, at = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(at + name, value);
    else for (const [below, words] of flat(value, `${at}${name}.`)) found.set(below, words);
  }
  return found;
}

const english = flat(en as unknown as Tree);
const slots = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
/** Marks whole words in these may be the same in two languages. */
const may = new Set(["foot.data", "name"]);

describe.each(publicLanguages)("words about people's rights in %s", (language) => {
  const words = flat(rightsWords[language] as unknown as Tree);

  it("are whole: each is there, puts in the same names and shouts at nobody", () => {
    expect([...words.keys()]).toEqual([...english.keys()]);
    for (const [name, text] of words) {
      expect([name, slots(text)]).toEqual([name, slots(english.get(name) ?? "")]);
      expect([name, /[!\u00a1]/.test(text), text.trim() === ""]).toEqual([name, false, false]);
      if (language !== "en" && !may.has(name)) expect([name, text]).not.toEqual([name, english.get(name)]);
    }
  });

  it("make letters that say their language and leave no slot open", () => {
    const names = { controller: "Bäckerei <b>", language };
    for (const letter of [
      confirmRequestLetter({ ...names, url: "https://app.example/privacy-request/x" }),
      requestAnswerLetter({ ...names, kind: "erasure", done: true, answer: "Done." }),
      noticeDecidedLetter({ language, subject: "https://bad.example", decision: "Closed." }),
    ]) {
      const direction = language === "ar" ? "rtl" : "ltr";
      expect(letter.html).toContain(`lang="${language}" dir="${direction}"`);
      expect(letter.html).toContain(`<div dir="${direction}"`);
      expect(letter.html).not.toContain("<b>");
      expect(letter.html + letter.text + letter.subject).not.toMatch(/\{(controller|asked|subject|date)\}/);
    }
  });
});
