import { createHash } from "node:crypto";
import type { BrowserSignals } from "~/domain/consent/cookie-choice";
import { type CookieOffer, cookieOffer } from "~/domain/consent/cookie-offer.server";
import type { ThirdParty } from "~/domain/consent/third-party";
import { scriptSource } from "~/domain/consent/third-party-address";
import { publicLanguage, textDirection } from "~/lib/public-language";
import { attributesToHtml, escapeHtml } from "~builder/document/escape-html";
import type { ConsentState } from "./consent-state";
import { consentCss } from "./consent-style";
import { extendPolicy } from "./extend-policy";
import type { PlainPage } from "./served-page.server";

const hashSource = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const styleSource = hashSource(consentCss);

export const offerFor = (page: PlainPage, parties: readonly ThirdParty[]): CookieOffer =>
  cookieOffer(parties, publicLanguage(/^<!doctype html><html lang="([\w-]+)"/.exec(page.html)?.[1]));

/** What the script of the question needs to know; short names, since it stands in every page. */
const question = (offer: CookieOffer, token: string, state: ConsentState): string =>
  JSON.stringify({
    t: token,
    l: offer.language,
    o: offer.mark,
    c: offer.categories,
    s: offer.categories.filter((category) => state.grants[category]),
    g: state.gpc || undefined,
    d: state.dnt || undefined,
    q: state.asks || undefined,
    w: offer.words,
    v: offer.services,
  });

/** The service for forms has nothing to do on a page without one. */
export const partiesOn = ({ html }: PlainPage, parties: readonly ThirdParty[]): readonly ThirdParty[] =>
  html.includes('action="/f/') ? parties : parties.filter(({ joins }) => !joins);

const joinTag = ({ vendor, key }: NonNullable<ThirdParty["joins"]>): string =>
  `<script${attributesToHtml({ src: "/_foyer/captcha.js", defer: "", "data-vendor": vendor, "data-key": key })}></script>`;

const tagsOf = (party: ThirdParty): string =>
  (party.joins ? joinTag(party.joins) : "") +
  (party.startCode ? `<script>${party.startCode}</script>` : "") +
  party.scripts.map((src) => `<script${attributesToHtml({ src })} async></script>`).join("");

function settingsLine(offer: CookieOffer, token: string, state: BrowserSignals): string {
  const { words } = offer;
  const said = [
    state.gpc ? words.gpc : "",
    state.dnt && offer.categories.includes("analytics") ? words.dnt : "",
  ].filter(Boolean);
  return (
    `<aside class="foyer-cookies" lang="${offer.language}" dir="${textDirection(offer.language)}" aria-label="${escapeHtml(words.change)}"><a href="/consent?l=${offer.language}&amp;p=${escapeHtml(token)}" rel="nofollow">${escapeHtml(words.change)}</a>` +
    `${said.map((text) => `<span>${escapeHtml(text)}</span>`).join("")}</aside>`
  );
}

/** A page that loads no services, whoever agreed: only the way to change one's mind. */
export function withSettingsLink(page: PlainPage, offer: CookieOffer, token: string): PlainPage {
  const [headEnd, bodyEnd] = [page.html.indexOf("</head>"), page.html.lastIndexOf("</body>")];
  const html =
    `${page.html.slice(0, headEnd)}<style>${consentCss}</style>${page.html.slice(headEnd, bodyEnd)}` +
    settingsLine(offer, token, { gpc: false, dnt: false }) +
    page.html.slice(bodyEnd);
  return { ...page, html, csp: extendPolicy(page.csp, { "style-src": [styleSource] }) };
}

/**
 * The page as one visitor gets it: services appear in it, and in its policy, only when their category was agreed to.
 * What was not agreed to is not in the bytes, and the browser would refuse it.
 */
export function withConsent(
  page: PlainPage,
  parties: readonly ThirdParty[],
  offer: CookieOffer,
  token: string,
  state: ConsentState,
): PlainPage {
  const granted = partiesOn(page, parties).filter(({ category }) => state.grants[category]);
  const head =
    `<style>${consentCss}</style>` +
    `<script${attributesToHtml({
      src: "/_foyer/consent.js",
      defer: "",
      "data-cookies": state.isHostOnly ? "host" : "plain",
      "data-consent": question(offer, token, state),
    })}></script>` +
    granted.map(tagsOf).join("");
  const headEnd = page.html.indexOf("</head>");
  const bodyEnd = page.html.lastIndexOf("</body>");
  const html =
    page.html.slice(0, headEnd) +
    head +
    page.html.slice(headEnd, bodyEnd) +
    settingsLine(offer, token, state) +
    page.html.slice(bodyEnd);
  const hosts = granted.flatMap((party) => [
    ...party.hosts,
    ...party.scripts.map((script) => new URL(script).origin),
  ]);
  const csp = extendPolicy(page.csp, {
    "script-src": [
      "'self'",
      ...granted.flatMap((party) => [
        ...party.scripts.map(scriptSource),
        ...party.hosts,
        ...(party.startCode ? [hashSource(party.startCode)] : []),
      ]),
    ],
    "style-src": [styleSource],
    "connect-src": ["'self'", ...hosts],
    "img-src": hosts,
    "frame-src": granted.flatMap((party) => party.hosts),
  });
  const etag = createHash("sha256").update(html).update(csp).digest("base64url").slice(0, 27);
  return { html, csp, etag };
}
