import type { CookieCategory } from "../domain/consent/cookie-choice";
import type { CookieWords } from "../domain/consent/cookie-words/cookie-words";

/** What the server says in `data-consent`. */
export interface Question {
  /** Names the page in the proof. */
  t: string;
  language: string;
  mark: string;
  categories: CookieCategory[];
  /** Categories that this page was delivered with. */
  served: CookieCategory[];
  gpc: boolean;
  dnt: boolean;
  asks: boolean;
  words: CookieWords;
  services: {
    name: string;
    vendor: string;
    purpose: string;
    category: CookieCategory;
    privacyUrl: string;
    storedNames: string[];
  }[];
}

export function readQuestion(json: string): Question {
  const { t, l, o, c, s, g, d, q, w, v } = JSON.parse(json);
  return {
    t,
    language: l,
    mark: o,
    categories: c,
    served: s,
    gpc: g === true || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
    dnt: d === true || navigator.doNotTrack === "1",
    asks: q === true,
    words: w,
    services: v,
  };
}

/** Categories that the browser refuses for its owner. */
export const isBarred = (question: Question, category: CookieCategory): boolean =>
  (category === "marketing" && question.gpc) || (category === "analytics" && question.dnt);

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");

/** Text goes into the library as HTML: everything a customer wrote is escaped here. */
export function questionBody(question: Question, chosen: readonly CookieCategory[]): string {
  const { words } = question;
  const boxes = question.categories
    .map((category) => {
      const barred = isBarred(question, category);
      const state = barred ? " disabled" : chosen.includes(category) ? " checked" : "";
      const said = barred ? ` (${escapeText(category === "marketing" ? words.gpc : words.dnt)})` : "";
      return `<label><input type="checkbox" name="${category}"${state}>${escapeText(words[category])}${said}</label>`;
    })
    .join("");
  const services = question.services
    .map((service) => {
      const stored =
        service.storedNames.length > 0 ? `${words.stores}: ${service.storedNames.join(", ")}.` : "";
      const link = service.privacyUrl
        ? ` <a href="${escapeText(service.privacyUrl)}" rel="noopener noreferrer">${escapeText(words.privacy)}</a>`
        : "";
      return `<li><b>${escapeText(service.name)}</b> (${escapeText(service.vendor)}), ${escapeText(words[service.category])}: ${escapeText(service.purpose)}${stored && `<br>${escapeText(stored)}`}${link}</li>`;
    })
    .join("");
  return (
    `<p id="foyer-consent-text">${escapeText(words.body)}</p>${boxes}` +
    `<details><summary>${escapeText(words.services)}</summary><ul>${services}</ul></details>`
  );
}
