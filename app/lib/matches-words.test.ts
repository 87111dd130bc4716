import { describe, expect, it } from "vitest";
import { matchesWords } from "./matches-words";

const texts = ["Café opening", "For a bakery’s first day: an e-mail list", "Events"];

describe("words that are searched for", () => {
  it("fit when each begins a word, in any order, without accents and capitals", () => {
    for (const searched of ["", "  ", "CAFE", "first café", "bak open", "événts", "e-mail", "mail"])
      expect(matchesWords(searched, texts), searched).toBe(true);
    for (const searched of ["akery", "cafe webinar", "x"])
      expect(matchesWords(searched, texts), searched).toBe(false);
  });

  it("may hold signs that mean something elsewhere", () => {
    for (const searched of ["(", "[a-", "\\", "%", "'--"]) expect(matchesWords(searched, texts)).toBe(true);
  });
});
