import { createHash } from "node:crypto";
import type { PublicLanguage } from "~/lib/public-language";
import { captchaPartyId, captchaPurpose } from "./captcha-party";
import { type CookieCategory, cookieCategories } from "./cookie-choice";
import { type CookieWords, cookieWords, wordingVersion } from "./cookie-words/cookie-words";
import type { ThirdParty } from "./third-party";

/** What visitors are asked, in one language. */
export interface CookieOffer {
  /** Changes with every service and every wording, and with nothing else. */
  mark: string;
  language: PublicLanguage;
  words: CookieWords;
  categories: CookieCategory[];
  services: Pick<ThirdParty, "name" | "vendor" | "purpose" | "category" | "privacyUrl" | "storedNames">[];
}

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/** One for all languages of a site, so that reading on in another language asks nothing twice. */
export function offerMark(parties: readonly ThirdParty[]): string {
  const facts = parties.map(({ id: _id, siteId: _site, ...rest }) => rest);
  return sha256(JSON.stringify([wordingVersion, facts]))
    .toString("hex")
    .slice(0, 12);
}

export function cookieOffer(parties: readonly ThirdParty[], language: PublicLanguage): CookieOffer {
  return {
    mark: offerMark(parties),
    language,
    words: cookieWords[language],
    categories: cookieCategories.filter((category) => parties.some((party) => party.category === category)),
    services: parties.map(({ id, name, vendor, purpose, category, privacyUrl, storedNames }) => ({
      name,
      vendor,
      purpose: id === captchaPartyId ? captchaPurpose[language] : purpose,
      category,
      privacyUrl,
      storedNames,
    })),
  };
}

/** The text of the question with its hash, for the proof. */
export function offerText({ words, categories, services }: CookieOffer): { text: string; hash: string } {
  const lines = [words.title, words.body];
  for (const category of categories) {
    lines.push("", words[category]);
    for (const service of services.filter((one) => one.category === category)) {
      const stored =
        service.storedNames.length > 0 ? ` (${words.stores}: ${service.storedNames.join(", ")})` : "";
      lines.push(
        `- ${service.name}, ${service.vendor}: ${service.purpose}${stored} ${service.privacyUrl}`.trimEnd(),
      );
    }
  }
  lines.push("", `[${words.refuse}] [${words.save}] [${words.accept}]`);
  const text = lines.join("\n");
  return { text, hash: sha256(text).toString("hex") };
}
