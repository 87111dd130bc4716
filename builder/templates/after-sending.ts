import { descendants, setAttribute } from "../document/component-tree";
import type { MailDocument } from "../document/mail-document";
import type { PageDocument } from "../document/page-document";
import { placeholderLinks } from "../document/placeholder-link";
import { rootOf } from "../document/project";
import { button, heading, mailPage, paragraph, row } from "./mail-template";
import { words } from "./sections/words";
import type { TemplateSource } from "./template";

const sentences = (text: string): [first: string, rest: string] => {
  const [first = text, ...rest] = text.split(/(?<=\.)\s+/);
  return [first.replace(/\.$/, ""), rest.join(" ")];
};

const sign = `<svg class="thanks-sign" viewBox="0 0 96 96" width="96" height="96"><circle cx="48" cy="48" r="46" fill="currentColor"/><path d="M28 50l14 14 27-31" fill="none" stroke="#ffffff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const artIn = (html: string): string =>
  /<svg[^>]* class="art"[\s\S]*?<\/svg>|<svg class="art"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? "";
const footerIn = (html: string): string =>
  /<footer[\s\S]*<\/footer>/.exec(html)?.[0].replace(/<p><a[^>]*href="#top"[\s\S]*?<\/p>/, "") ?? "";

const backMark = "thanks-back";

/** Leads the thank-you page of a template back to the page that it belongs to. */
export function leadBackTo(document: PageDocument, path: string): PageDocument {
  for (const node of descendants(rootOf(document.project)).filter(({ classes }) =>
    classes?.includes(backMark),
  ))
    for (const link of descendants(node)) if (link.tagName === "a") setAttribute(link, "href", path);
  return document;
}

/** The page a visitor sees after sending: same look, same drawing, one thing said. */
export function thanksHtml({ html, thankYou }: TemplateSource): string {
  const [title, rest] = sentences(thankYou);
  const art = artIn(html);
  const back = `<p class="${backMark}"><a href="/">Back to the page</a></p>`;
  const said = `${sign}<h1>${words(title)}</h1><p class="lead">${words(rest || "You need do nothing more.")}</p>${back}`;
  return (
    (art
      ? `<section class="section thanks"><div class="wrap thanks-grid"><div>${said}</div><div>${art}</div></div></section>`
      : `<section class="section thanks tinted"><div class="wrap narrow center">${said}</div></section>`) +
    footerIn(html)
  );
}

export const thanksCss = `.thanks{min-height:70vh;display:grid;align-items:center}
.thanks .wrap{width:100%}
.thanks h1{font-size:clamp(2.5rem,1.4rem + 4vw,4.5rem)}
.thanks-sign{color:var(--accent);display:block;margin-bottom:1.75rem}
.center .thanks-sign{margin-inline:auto}
.thanks-back{margin:2rem 0 0}
.thanks-back a{display:inline-block;padding-block:.6rem}
.thanks-grid{display:grid;gap:2.5rem clamp(2rem,6vw,5rem);align-items:center}
@media (min-width:52rem){.thanks-grid{grid-template-columns:1.2fr .8fr}}`;

/** Leads the mail of a template to its page, now that it has an address. */
export const leadMailTo = (document: MailDocument, address: string): MailDocument =>
  JSON.parse(
    JSON.stringify(document).replaceAll(JSON.stringify(placeholderLinks.page), JSON.stringify(address)),
  );

/** The mail that belongs to it: a welcome in the page's colours. */
export function welcomeMail(source: TemplateSource): { subject: string; html: string } {
  const { colours = {}, tokens = {}, welcome, title } = source;
  const inkOnAccent = colours.accentInk ?? tokens["--accent-ink"] ?? "#ffffff";
  const accent = colours.accent ?? tokens["--accent"] ?? "#0b5f60";
  const ground = colours.tint ?? tokens["--tint"] ?? "#edf4f3";
  const isLight = /^#fff(?:fff)?$/i.test(inkOnAccent);
  return {
    subject: title,
    html: mailPage({
      title: words(title),
      accent,
      ground: isLight ? ground : "#f2f0ea",
      body: [
        row(
          heading(words(title)) +
            paragraph("Good day {{first_name|to you}},") +
            paragraph(words(welcome.text)),
          "36px 40px 8px",
        ),
        row(
          button(
            welcome.button ?? "See the page again",
            welcome.button ? placeholderLinks.promised : placeholderLinks.page,
            isLight ? accent : "#1c2430",
          ),
          "0 40px 24px",
        ),
        row(paragraph("Something is not right? Answer this message: a person reads it."), "0 40px 24px"),
      ].join("\n"),
    }),
  };
}
