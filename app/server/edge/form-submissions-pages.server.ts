import { createHash } from "node:crypto";
import { encodeFormAddress } from "~/domain/forms/form-address";
import type { OpenForm } from "~/domain/forms/form-cache.server";
import { type FormWords, formWords, withNumber } from "~/domain/forms/form-words";
import { privacyNoticeOf } from "~/domain/workspaces/privacy-notice-of";
import { valueNamed } from "~/lib/named-values";
import { type PublicLanguage, publicLanguage, textDirection } from "~/lib/public-language";
import type { SentFields } from "~/lib/sent-fields";
import { attributesToHtml, escapeText } from "~builder/document/escape-html";
import { type FormDefinition, tokenFieldName, trapFieldName } from "~builder/document/form-definition";
import { formsCss } from "~builder/document/forms-css";
import { namedProblem } from "~builder/document/named-problem";
import { noticeWords } from "~builder/document/notice-words";
import { renderNotice } from "~builder/document/privacy-notice";
import type { OfferedDownload } from "./form-submissions-downloads.server";
import { fieldHtml } from "./form-submissions-fields.server";

const baseCss =
  ":root{color-scheme:light dark}*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-content:center;grid-template-columns:minmax(0,34rem);padding:32px 20px;font:17px/1.6 system-ui,sans-serif;color:#1d2a30;background:#faf9f6}" +
  "h1{font:500 1.9rem/1.2 Georgia,serif;margin:0 0 12px}p{margin:0 0 16px;overflow-wrap:anywhere}a{color:#17595a}form{display:grid;gap:18px}" +
  "label,legend{display:block;font-weight:600;margin-bottom:4px}fieldset{border:0;margin:0;padding:0}.c{display:flex;gap:10px;font-weight:400;align-items:baseline}" +
  "h2{font-size:1.15rem;margin:16px 0 0}.h{font-size:.95rem;margin:4px 0 0;opacity:.85}.f-phone{display:grid;grid-template-columns:minmax(6rem,11rem) 1fr;gap:8px}" +
  "input:not([type=checkbox],[type=radio]),select,textarea{width:100%;font:inherit;color:inherit;padding:10px 12px;border:1px solid #8b979c;border-radius:8px;background:#fff}" +
  "[aria-invalid]{border-color:#a8321f!important}.e{color:#a8321f;font-size:.95rem;margin:4px 0 0}.s{border-inline-start:4px solid #a8321f;padding-inline-start:14px;margin:0 0 16px}.s p,.s ul{margin:0}main>.e{margin:0 0 16px}" +
  "button,.b{font:inherit;font-weight:600;padding:12px 22px;border:0;border-radius:8px;background:#17595a;color:#fff;cursor:pointer;justify-self:start}.b{display:inline-block;text-decoration:none}:focus-visible{outline:3px solid #c98a1b;outline-offset:3px}" +
  ".f-trap{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.f-notice{font-size:.85rem}.o{font-weight:400;opacity:.75}ul{margin:0 0 20px;padding-inline-start:1.3em}input{accent-color:#17595a}" +
  "@media(prefers-color-scheme:dark){body{color:#ecebe6;background:#12191d}a{color:#7fc9c6}input{accent-color:#7fc9c6}input:not([type=checkbox],[type=radio]),select,textarea{background:#1a2328}.e{color:#ff9d8a}.s{border-color:#ff9d8a}[aria-invalid]{border-color:#ff9d8a!important}button,.b{background:#7fc9c6;color:#0d1518}}";

export interface PublicPage {
  html: string;
  /** Exactly what stands in its style element. */
  css: string;
}

/** Policy of these pages; `formTargets` are origins that a form may lead to after sending. */
export const formPageCsp = (css: string, formTargets: readonly string[] = []): string =>
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(css).digest("base64")}'; base-uri 'none'; form-action ${["'self'", ...formTargets].join(" ")}; frame-ancestors 'none'`;

export function publicPage(language: string, title: string, body: string, css = baseCss): PublicPage {
  const spoken = publicLanguage(language);
  return {
    css,
    html:
      `<!doctype html><html lang="${spoken}" dir="${textDirection(spoken)}"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
      `<title>${escapeText(title)}</title><style>${css}</style></head><body><main>${body}</main></body></html>\n`,
  };
}

const wordsOf = (language: string): FormWords => formWords[publicLanguage(language)];
const link = (href: string, text: string, look?: string) =>
  `<p><a${attributesToHtml({ href, class: look })}>${escapeText(text)}</a></p>`;

/** What a person reads who has sent the form. */
export function thanksTexts(open: OpenForm, confirming: boolean): string[] {
  const { next } = open.definition;
  const words = wordsOf(open.form.language);
  const text = next.kind === "message" ? next.text : "";
  const mailed = open.definition.download && open.definition.download.by !== "page";
  return [
    text || words.thanksText,
    mailed ? words.downloadMailed : "",
    confirming ? words.confirmText : "",
  ].filter(Boolean);
}

/** Where thanks lead: to where the form leads after sending, or back to its page. */
export interface WayFromThanks {
  href: string;
  /** Of the other site, where it is one. */
  host?: string;
  isBack: boolean;
}

export function thanksPage(
  open: OpenForm,
  page: { confirming: boolean; way: WayFromThanks; download?: OfferedDownload },
): PublicPage {
  const { language } = open.form;
  const words = wordsOf(language);
  const body = thanksTexts(open, page.confirming)
    .map((text) => `<p>${escapeText(text)}</p>`)
    .join("");
  const { download, way } = page;
  const on = way.host ? `${words.goOn}: ${way.host}` : words.goOn;
  const offer = download
    ? link(
        download.url,
        words.downloadLink.replace("{n}", () => download.name),
        "b",
      )
    : "";
  return publicPage(
    language,
    words.thanksTitle,
    `<h1>${escapeText(words.thanksTitle)}</h1>${body}${offer}${link(way.href, way.isBack ? words.back : on)}`,
  );
}

export type NoticeKind = "busy" | "fault" | "closed" | "unsent" | "tooLarge" | "unknownKind";

/** In units that a person reads, in the numerals and names of the language. */
function sizeIn(language: PublicLanguage, bytes: number): string {
  const [amount, unit] =
    bytes < 1024 * 1024
      ? [Math.floor(bytes / 1024), "kilobyte"]
      : [Math.floor(bytes / (1024 * 1024)), "megabyte"];
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(amount);
}

/** What happened, and what to do; `most` is how many bytes are taken. */
export function noticeText(language: string, kind: NoticeKind, most = 0): string {
  const spoken = publicLanguage(language);
  const words = formWords[spoken];
  return {
    busy: () => words.busyText,
    fault: () => words.busyText,
    closed: () => words.closedText,
    unsent: () => words.unsent,
    tooLarge: () => withNumber(words.sentTooLarge, sizeIn(spoken, most)),
    unknownKind: () => words.sentUnknownKind,
  }[kind]();
}

/** The same where no title stands above it: what is closed is named. */
export function noticeSentence(language: string, kind: NoticeKind, most?: number): string {
  const text = noticeText(language, kind, most);
  if (kind !== "closed") return text;
  const stop = publicLanguage(language) === "hi" ? "।" : ".";
  return `${wordsOf(language).closedTitle}${stop} ${text}`;
}

export function formNotice(language: string, kind: NoticeKind, most?: number): PublicPage {
  const words = wordsOf(language);
  const title = {
    busy: words.busyTitle,
    fault: words.faultTitle,
    closed: words.closedTitle,
    unsent: words.errorTitle,
    tooLarge: words.errorTitle,
    unknownKind: words.errorTitle,
  }[kind];
  const text = noticeText(language, kind, most);
  return publicPage(language, title, `<h1>${escapeText(title)}</h1><p>${escapeText(text)}</p>`);
}

/** What is wrong, each with the way to its field. */
function errorSummary(definition: FormDefinition, errors: Record<string, string>, words: FormWords): string {
  const items = definition.fields.flatMap((field, index) => {
    const problem = valueNamed(errors, field.name);
    return problem
      ? [`<li><a href="#f${index}">${escapeText(namedProblem(field.label, problem))}</a></li>`]
      : [];
  });
  return `<div class="s" role="alert"><p>${escapeText(words.errorLead)}</p><ul>${items.join("")}</ul></div>`;
}

function fieldsHtml(open: OpenForm, sent: SentFields, errors: Record<string, string>): string {
  const { definition, form } = open;
  const language = publicLanguage(form.language);
  const filled = { sent, errors, words: formWords[language], language };
  let step = -1;
  return definition.fields
    .map((field, index) => {
      const isNew = definition.steps && field.inStep !== undefined && field.inStep !== step;
      const title = isNew ? `<h2>${escapeText(definition.steps?.[field.inStep ?? 0] ?? "")}</h2>` : "";
      if (isNew) step = field.inStep ?? step;
      return title + fieldHtml(field, index, filled);
    })
    .join("");
}

/** The form again, with what was typed and what is wrong: works without any script. */
export function formPage(open: OpenForm, sent: SentFields, errors: Record<string, string>): PublicPage {
  const { form, definition, workspace } = open;
  const language = publicLanguage(form.language);
  const words = formWords[language];
  const wrong = Object.keys(errors).length > 0;
  const notice = renderNotice(privacyNoticeOf(workspace.privacySettings), definition, noticeWords(language));
  const title = wrong ? words.errorTitle : definition.name || form.name;
  const lead = wrong ? errorSummary(definition, errors, words) : "";
  const hasFiles = definition.fields.some((field) => field.type === "file");
  const attributes = {
    method: "post",
    action: `/f/${encodeFormAddress({ workspaceId: workspace.id, formId: form.id })}`,
    "accept-charset": "utf-8",
    enctype: hasFiles ? "multipart/form-data" : undefined,
    novalidate: wrong ? "" : undefined,
    "data-form": definition.nodeKey,
  };
  const token = sent.get(tokenFieldName)?.[0] ?? "";
  const trap =
    `<div class="f-trap" aria-hidden="true"><label>${escapeText(words.leaveEmpty)}` +
    `<input${attributesToHtml({ name: trapFieldName, tabindex: "-1", autocomplete: "off" })}></label></div>`;
  return publicPage(
    language,
    title,
    `<h1>${escapeText(title)}</h1>${lead}<form${attributesToHtml(attributes)}>` +
      `<input${attributesToHtml({ type: "hidden", name: tokenFieldName, value: token })}>${trap}${fieldsHtml(open, sent, errors)}` +
      `<button>${escapeText(definition.submitLabel || words.send)}</button>${notice}</form>`,
    baseCss + formsCss([{ ...definition, steps: undefined }]),
  );
}
