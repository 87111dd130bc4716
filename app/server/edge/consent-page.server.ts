import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";
import type { CookieOffer } from "~/domain/consent/cookie-offer.server";
import { textDirection } from "~/lib/public-language";
import { escapeHtml } from "~builder/document/escape-html";
import type { ConsentState } from "./consent-state";

const css =
  "*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-content:center;grid-template-columns:minmax(0,38rem);padding:32px 20px;font:17px/1.6 system-ui,sans-serif;color:#1d2a30;background:#faf9f6}" +
  "h1{font:500 1.9rem/1.2 Georgia,serif;margin:0 0 12px}p{margin:0 0 16px}a{color:#17595a}fieldset{border:0;margin:0 0 20px;padding:0}legend,label{font-weight:600}label{display:flex;gap:12px;align-items:center;min-height:32px}" +
  "input[type=checkbox]{width:22px;height:22px;margin:0;accent-color:#17595a}ul{margin:4px 0 0;padding-inline-start:34px}li{overflow-wrap:anywhere}div{display:flex;flex-wrap:wrap;gap:12px;margin:0 0 16px}" +
  "button{flex:1 1 10rem;font:inherit;font-weight:600;padding:12px 18px;border:1px solid #17595a;border-radius:8px;background:none;color:#17595a;cursor:pointer}" +
  ".n{border-inline-start:4px solid #17595a;padding-inline-start:14px}:focus-visible{outline:3px solid #c98a1b;outline-offset:3px}" +
  "@media(prefers-color-scheme:dark){body{color:#ecebe6;background:#12191d}a{color:#7fc9c6}button{color:#7fc9c6;border-color:#7fc9c6}.n{border-color:#7fc9c6}}";
const csp = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(css).digest("base64")}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

const text = escapeHtml;

function categoryFields(offer: CookieOffer, state: ConsentState): string {
  const { words } = offer;
  return offer.categories
    .map((category) => {
      const barred = (category === "marketing" && state.gpc) || (category === "analytics" && state.dnt);
      const services = offer.services
        .filter((service) => service.category === category)
        .map((service) => {
          const stored =
            service.storedNames.length > 0 ? `${words.stores}: ${service.storedNames.join(", ")}.` : "";
          const link = service.privacyUrl
            ? ` <a href="${text(service.privacyUrl)}" rel="noopener noreferrer nofollow">${text(words.privacy)}</a>`
            : "";
          return `<li><strong>${text(service.name)}</strong> (${text(service.vendor)}): ${text(service.purpose)}${stored && `<br>${text(stored)}`}${link}</li>`;
        })
        .join("");
      const box = `<input type="checkbox" name="${category}" value="1"${state.grants[category] ? " checked" : ""}${barred ? " disabled" : ""}>`;
      const said = barred ? `<p class="n">${text(category === "marketing" ? words.gpc : words.dnt)}</p>` : "";
      return `<label>${box}${text(words[category])}</label>${said}<ul>${services}</ul>`;
    })
    .join("");
}

/** The question as a page of its own: works without script, and from every page. */
export function sendConsentPage(
  reply: FastifyReply,
  offer: CookieOffer,
  state: ConsentState,
  options: { token: string; saved: boolean; back: string },
): FastifyReply {
  const { words, language } = offer;
  const body =
    offer.categories.length === 0
      ? `<p>${text(words.nothing)}</p>`
      : `<p>${text(words.body)}</p><form method="post" action="/consent">` +
        `<input type="hidden" name="t" value="${text(options.token)}"><input type="hidden" name="o" value="${text(offer.mark)}">` +
        `<input type="hidden" name="l" value="${language}"><input type="hidden" name="b" value="${text(options.back)}"><fieldset><legend>${text(words.services)}</legend>${categoryFields(offer, state)}</fieldset>` +
        `<div><button name="all" value="no">${text(words.refuse)}</button><button>${text(words.save)}</button><button name="all" value="yes">${text(words.accept)}</button></div></form>`;
  return reply
    .header("content-security-policy", csp)
    .header("x-content-type-options", "nosniff")
    .header("referrer-policy", "same-origin")
    .header("cache-control", "no-store")
    .header("x-robots-tag", "noindex")
    .type("text/html; charset=utf-8")
    .send(
      `<!doctype html><html lang="${language}" dir="${textDirection(language)}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(words.change)}</title>` +
        `<link rel="icon" href="/favicon.svg"><style>${css}</style></head><body><main><h1>${text(words.change)}</h1>` +
        `${options.saved ? `<p class="n" role="status">${text(words.saved)}</p>` : ""}${body}` +
        `<p><a href="${text(options.back)}">${text(words.back)}</a></p></main></body></html>\n`,
    );
}
