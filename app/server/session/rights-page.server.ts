import { DomainError, isDomainError } from "~/domain/domain-error";
import { wordsOfRights } from "~/emails/rights-words/all-words";
import type { RightsWords } from "~/emails/rights-words/rights-words";
import { type PublicLanguage, publicLanguages } from "~/lib/public-language";

/** The language a visitor asks for, by the link that led here or by the browser, and the words in it. */
export function rightsPageOf(request: Request) {
  const asked = new URL(request.url).searchParams.get("lang") ?? "";
  const named = publicLanguages.find((language): language is PublicLanguage => language === asked);
  return wordsOfRights(named ?? request.headers.get("accept-language") ?? undefined);
}

/** A refusal of fields in the visitor's language: the domain says which fields, these words say why. */
export async function inTheirWords<T>(
  words: RightsWords,
  fieldWords: Record<string, string>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDomainError(error) || error.kind !== "invalid" || !error.details.fields) throw error;
    const fields = Object.fromEntries(
      Object.entries(error.details.fields).map(([name, said]) => [name, fieldWords[name] ?? said]),
    );
    throw new DomainError("invalid", error.code, words.missing, { fields });
  }
}
