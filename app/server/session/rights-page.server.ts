import { DomainError } from "~/domain/domain-error";
import { wordsOfRights } from "~/emails/rights-words/all-words";
import type { RightsWords } from "~/emails/rights-words/rights-words";
import { type PublicLanguage, publicLanguages } from "~/lib/public-language";
import { expectedError } from "../http-errors.server";

/** The language that the link which led here names, if any. */
export function askedLanguage(request: Request): PublicLanguage | undefined {
  const asked = new URL(request.url).searchParams.get("lang") ?? "";
  return publicLanguages.find((language): language is PublicLanguage => language === asked);
}

/** The language a visitor asks for, by the link that led here or by the browser, and the words in it. */
export function rightsPageOf(request: Request) {
  return wordsOfRights(askedLanguage(request) ?? request.headers.get("accept-language") ?? undefined);
}

/** A refusal in the visitor's language: the domain says which fields do not fit, these words say why. */
export async function inTheirWords<T>(
  words: RightsWords,
  fieldWords: Record<string, string>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const expected = expectedError(error);
    if (!expected) throw error;
    const { kind, code, details } = expected;
    if (kind === "limit") throw new DomainError(kind, code, words.tooMany, details);
    if (kind === "unavailable") throw new DomainError(kind, code, words.away, details);
    if (kind !== "invalid" || !details.fields) throw error;
    const fields = Object.fromEntries(
      Object.entries(details.fields).map(([name, said]) => [name, fieldWords[name] ?? said]),
    );
    throw new DomainError("invalid", code, words.missing, { fields });
  }
}
