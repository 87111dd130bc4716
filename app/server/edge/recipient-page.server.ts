import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type PublicLanguage, publicLanguage, textDirection } from "~/lib/public-language";
import { escapeHtml } from "~builder/document/escape-html";
import { recipientWords } from "./recipient-words/all-words";
import type { RecipientWords } from "./recipient-words/recipient-words";

const css =
  ":root{color-scheme:light dark}*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-content:center;grid-template-columns:minmax(0,34rem);padding:32px 20px;font:17px/1.6 system-ui,sans-serif;color:#1d2a30;background:#faf9f6}" +
  "h1{font:500 1.9rem/1.2 Georgia,serif;margin:0 0 12px}p{margin:0 0 20px;overflow-wrap:anywhere}a{color:#17595a}form{display:grid;gap:22px;margin:0 0 20px}" +
  "fieldset{border:0;margin:0;padding:0;display:grid;gap:10px}legend{font-weight:600;padding:0;margin-bottom:8px}label{display:flex;gap:12px;align-items:baseline}label span{display:grid}small{opacity:.8}" +
  "input:not([type=checkbox],[type=radio]){width:100%;font:inherit;color:inherit;padding:10px 12px;border:1px solid #8b979c;border-radius:8px;background:#fff}label:has(input[type=email]){display:grid;gap:4px}input{accent-color:#17595a}" +
  "button{font:inherit;font-weight:600;padding:12px 22px;border:0;border-radius:8px;background:#17595a;color:#fff;cursor:pointer;justify-self:start}button.q{background:none;color:#17595a;border:1px solid currentcolor}" +
  "[aria-invalid]{border-color:#a8321f!important}.e{color:#a8321f;margin:0}.n{border-inline-start:4px solid #17595a;padding-inline-start:14px}:focus-visible{outline:3px solid #c98a1b;outline-offset:3px}" +
  "@media(prefers-color-scheme:dark){body{color:#ecebe6;background:#12191d}a,button.q{color:#7fc9c6}button{background:#7fc9c6;color:#0d1518}.n{border-color:#7fc9c6}.e{color:#ff9d8a}[aria-invalid]{border-color:#ff9d8a!important}input{accent-color:#7fc9c6}input:not([type=checkbox],[type=radio]){background:#1a2328}}";

const csp = `default-src 'none'; img-src 'self'; style-src 'sha256-${createHash("sha256").update(css).digest("base64")}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

export interface Spoken {
  language: PublicLanguage;
  words: RecipientWords;
}

export function wordsFor(request: FastifyRequest): Spoken {
  const language = publicLanguage(request.headers["accept-language"]);
  return { language, words: recipientWords[language] };
}

interface Names {
  address?: string;
  sender?: string;
  topic?: string;
}

/** Puts names into a sentence, made safe for HTML. */
export function say(template: string, names: Names): string {
  const text = template
    .replace(/\{(address|sender|topic)\}/g, (_all, name: keyof Names) => names[name] ?? "")
    .replace(/ {2,}/g, " ");
  const [first = ""] = text;
  // A masked address at the start of a sentence stays as its owner writes it.
  const isAddress = text.split(" ", 1)[0]?.includes("@") ?? false;
  return escapeHtml(isAddress ? text : first.toUpperCase() + text.slice(first.length));
}

/** Headers of everything behind a token: kept by nobody, told to nobody, without cookies. */
export const privately = (reply: FastifyReply): FastifyReply =>
  reply
    .header("cache-control", "no-store")
    .header("referrer-policy", "no-referrer")
    .header("x-content-type-options", "nosniff")
    .header("x-robots-tag", "noindex, nofollow");

/** `body` is HTML made with `say` and escapeHtml. */
export function sendRecipientPage(
  reply: FastifyReply,
  { language }: Spoken,
  page: { status?: number; title: string; body: string },
): FastifyReply {
  return privately(reply)
    .status(page.status ?? 200)
    .header("content-security-policy", csp)
    .header("content-language", language)
    .header("vary", "accept-language")
    .type("text/html; charset=utf-8")
    .send(
      `<!doctype html><html lang="${language}" dir="${textDirection(language)}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
        `<meta name="referrer" content="no-referrer"><title>${escapeHtml(page.title)}</title><style>${css}</style></head>` +
        `<body><main><h1>${escapeHtml(page.title)}</h1>${page.body}</main></body></html>\n`,
    );
}

/** The same for every token that is not ours, however it is wrong. */
export const sendUnknownLink = (reply: FastifyReply, spoken: Spoken): FastifyReply =>
  sendRecipientPage(reply, spoken, {
    status: 404,
    title: spoken.words.unknownTitle,
    body: `<p>${escapeHtml(spoken.words.unknown)}</p>`,
  });
