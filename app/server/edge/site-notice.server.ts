import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { publicLanguage, textDirection } from "~/lib/public-language";
import { type FrozenAnswer, freezeAnswer } from "./frozen-answer.server";
import { siteWords } from "./site-words";

export type NoticeKind = "missing" | "closed" | "away";

const statusOf: Record<NoticeKind, number> = { missing: 404, closed: 451, away: 503 };

const css =
  ":root{color-scheme:light dark}body{margin:0;box-sizing:border-box;min-height:100vh;display:grid;place-content:center;padding:24px;" +
  "font:17px/1.6 system-ui,sans-serif;text-align:center;color:#1d2a30;background:#faf9f6}" +
  "svg{width:72px;height:96px;stroke:#2f6f70;fill:none;stroke-width:2}h1{font:500 1.9rem/1.2 Georgia,serif;margin:12px 0 8px}" +
  "p{margin:0 auto 12px;max-width:34rem;color:#4b5a61}a{color:#17595a}" +
  "@media(prefers-color-scheme:dark){body{color:#ecebe6;background:#12191d}p{color:#b3bdc1}a{color:#7fc9c6}svg{stroke:#7fc9c6}}";
const styleHash = createHash("sha256").update(css).digest("base64");

const doorway =
  '<svg viewBox="0 0 72 96" aria-hidden="true"><path d="M10 94V34a26 26 0 0 1 52 0v60M2 94h68"/><path d="M24 94V38l24-8v64"/><path d="M41 62v4"/></svg>';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

interface NamedSite {
  name: string;
  language: string;
}

/** The page and its policy; `site` gives the language and stands in the title, `home` says whether it has a start page. */
export function noticePage(kind: NoticeKind, site: NamedSite, home: boolean) {
  const language = publicLanguage(site.language);
  const words = siteWords[language];
  const title = words[`${kind}Title`];
  const link = home ? `<p><a href="/">${words.home}</a></p>` : "";
  const html =
    `<!doctype html><html lang="${language}" dir="${textDirection(language)}">` +
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<meta name="robots" content="noindex"><title>${title}${site.name ? ` · ${escapeHtml(site.name)}` : ""}</title>` +
    `<link rel="icon" href="/favicon.svg"><style>${css}</style></head>` +
    `<body><main>${doorway}<h1>${title}</h1><p>${words[`${kind}Text`]}</p>${link}</main></body></html>\n`;
  return {
    html,
    headers: {
      "cache-control": "no-store",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      ...(kind === "away" ? { "retry-after": "5" } : {}),
    },
  };
}

function freezeNotice(
  kind: NoticeKind,
  site: NamedSite,
  headers: Record<string, string>,
  home: boolean,
): Promise<FrozenAnswer> {
  const page = noticePage(kind, site, home);
  return freezeAnswer({
    status: statusOf[kind],
    contentType: "text/html; charset=utf-8",
    bytes: Buffer.from(page.html),
    headers: { ...headers, ...page.headers },
  });
}

/** The site's own page where there is nothing to show. Made when first asked for. */
export type SiteNotices = (kind: NoticeKind, site?: NamedSite, home?: boolean) => Promise<FrozenAnswer>;

const noSite: NamedSite = { name: "", language: "en" };
const maxNotices = 500;

export function createSiteNotices(headers: Record<string, string>): SiteNotices {
  const known = new LRUCache<string, Promise<FrozenAnswer>>({ max: maxNotices });
  return (kind, site = noSite, home = false) => {
    const key = `${kind} ${home} ${site.language} ${site.name}`;
    const made = known.get(key) ?? freezeNotice(kind, site, headers, home);
    known.set(key, made);
    return made;
  };
}
