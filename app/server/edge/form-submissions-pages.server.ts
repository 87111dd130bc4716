import { createHash } from "node:crypto";
import { encodeFormAddress } from "~/domain/forms/form-address";
import type { OpenForm } from "~/domain/forms/form-cache.server";
import { type FormWords, formWords } from "~/domain/forms/form-words";
import { retentionWords } from "~/domain/workspaces/privacy-settings";
import { publicLanguage, textDirection } from "~/lib/public-language";
import type { SentFields } from "~/lib/sent-fields";
import { attributesToHtml, escapeText } from "~builder/document/escape-html";
import { type FieldDefinition, tokenFieldName, trapFieldName } from "~builder/document/form-definition";
import { noticeWords } from "~builder/document/notice-words";
import { renderNotice } from "~builder/document/privacy-notice";

const css =
  "*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-content:center;grid-template-columns:minmax(0,34rem);padding:32px 20px;font:17px/1.6 system-ui,sans-serif;color:#1d2a30;background:#faf9f6}" +
  "h1{font:500 1.9rem/1.2 Georgia,serif;margin:0 0 12px}p{margin:0 0 16px}a{color:#17595a}form{display:grid;gap:18px}" +
  "label,legend{display:block;font-weight:600;margin-bottom:4px}fieldset{border:0;margin:0;padding:0}.c{display:flex;gap:10px;font-weight:400;align-items:baseline}" +
  "input:not([type=checkbox],[type=radio]),select,textarea{width:100%;font:inherit;color:inherit;padding:10px 12px;border:1px solid #8b979c;border-radius:8px;background:#fff}" +
  "[aria-invalid]{border-color:#a8321f!important}.e{color:#a8321f;font-size:.95rem;margin:4px 0 0}.s{border-inline-start:4px solid #a8321f;padding-inline-start:14px}" +
  "button{font:inherit;font-weight:600;padding:12px 22px;border:0;border-radius:8px;background:#17595a;color:#fff;cursor:pointer;justify-self:start}" +
  ".f-trap{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.f-notice{font-size:.85rem}.o{font-weight:400;opacity:.75}" +
  "@media(prefers-color-scheme:dark){body{color:#ecebe6;background:#12191d}a{color:#7fc9c6}input:not([type=checkbox],[type=radio]),select,textarea{background:#1a2328}.e{color:#ff9d8a}button{background:#7fc9c6;color:#0d1518}}";
const styleHash = createHash("sha256").update(css).digest("base64");

/** Policy of these pages; `formTargets` are origins that a form may lead to after sending. */
export const formPageCsp = (formTargets: readonly string[] = []): string =>
  `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action ${["'self'", ...formTargets].join(" ")}; frame-ancestors 'none'`;

export function publicPage(language: string, title: string, body: string): string {
  const spoken = publicLanguage(language);
  return (
    `<!doctype html><html lang="${spoken}" dir="${textDirection(spoken)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${escapeText(title)}</title><style>${css}</style></head><body><main>${body}</main></body></html>\n`
  );
}

const wordsOf = (language: string): FormWords => formWords[publicLanguage(language)];
const link = (href: string, text: string) => `<p><a${attributesToHtml({ href })}>${escapeText(text)}</a></p>`;

export function thanksPage(
  language: string,
  page: { text: string; confirming: boolean; back: string },
): string {
  const words = wordsOf(language);
  const texts = [page.text || words.thanksText, page.confirming ? words.confirmText : ""].filter(Boolean);
  const body = texts.map((text) => `<p>${escapeText(text)}</p>`).join("");
  return publicPage(
    language,
    words.thanksTitle,
    `<h1>${escapeText(words.thanksTitle)}</h1>${body}${link(page.back, words.back)}`,
  );
}

type NoticeKind = "busy" | "closed" | "unsent";

/** What happened, and what to do. */
export function noticeText(language: string, kind: NoticeKind): string {
  const words = wordsOf(language);
  return { busy: words.busyText, closed: words.closedText, unsent: words.unsent }[kind];
}

export function formNotice(language: string, kind: NoticeKind): string {
  const words = wordsOf(language);
  const title = { busy: words.busyTitle, closed: words.closedTitle, unsent: words.errorTitle }[kind];
  const text = noticeText(language, kind);
  return publicPage(language, title, `<h1>${escapeText(title)}</h1><p>${escapeText(text)}</p>`);
}

interface Filled {
  sent: SentFields;
  errors: Record<string, string>;
  words: FormWords;
}

function choice(
  field: FieldDefinition,
  option: { value: string; label: string },
  kind: string,
  { sent }: Filled,
) {
  const box = attributesToHtml({
    type: kind,
    name: field.name,
    value: option.value,
    checked: sent.get(field.name)?.includes(option.value) ? "" : undefined,
  });
  return `<label class="c"><input${box}><span>${escapeText(option.label)}</span></label>`;
}

function control(field: FieldDefinition, id: string, filled: Filled): string {
  const value = filled.sent.get(field.name)?.[0] ?? "";
  const wrong = filled.errors[field.name] ? { "aria-invalid": "true", "aria-describedby": `${id}-e` } : {};
  const shared = {
    id,
    name: field.name,
    required: field.required ? "" : undefined,
    autocomplete: field.autocomplete,
    ...wrong,
  };
  if (field.type === "textarea") {
    return `<textarea rows="5"${attributesToHtml(shared)}>\n${escapeText(value)}</textarea>`;
  }
  if (field.type === "select") {
    const options = (field.options ?? []).map((option) => {
      const chosen = filled.sent.get(field.name)?.includes(option.value) ? "" : undefined;
      return `<option${attributesToHtml({ value: option.value, selected: chosen })}>${escapeText(option.label)}</option>`;
    });
    return `<select${attributesToHtml({ ...shared, multiple: field.multiple ? "" : undefined })}><option value=""></option>${options.join("")}</select>`;
  }
  return `<input${attributesToHtml({ ...shared, type: field.type, value, min: field.min, max: field.max })}>`;
}

function fieldHtml(field: FieldDefinition, index: number, filled: Filled): string {
  const id = `f${index}`;
  if (field.type === "hidden") {
    const value = filled.sent.get(field.name)?.[0] ?? field.value ?? "";
    return `<input${attributesToHtml({ type: "hidden", name: field.name, value })}>`;
  }
  const problem = filled.errors[field.name];
  const error = problem ? `<p class="e" id="${id}-e">${escapeText(problem)}</p>` : "";
  const mark = field.required ? "" : ` <span class="o">(${escapeText(filled.words.optional)})</span>`;
  if (field.type === "consent" || field.type === "checkbox") {
    const option = {
      value: field.type === "consent" ? "yes" : (field.value ?? "on"),
      label: field.wording ?? field.label,
    };
    return `<div>${choice(field, option, "checkbox", filled)}${error}</div>`;
  }
  if (field.type === "radio" || field.type === "checkboxes") {
    const kind = field.type === "radio" ? "radio" : "checkbox";
    const choices = (field.options ?? []).map((option) => choice(field, option, kind, filled)).join("");
    return `<fieldset><legend>${escapeText(field.label)}${mark}</legend>${choices}${error}</fieldset>`;
  }
  return `<div><label for="${id}">${escapeText(field.label)}${mark}</label>${control(field, id, filled)}${error}</div>`;
}

/** The form again, with what was typed and what is wrong: works without any script. */
export function formPage(open: OpenForm, sent: SentFields, errors: Record<string, string>): string {
  const { form, definition, workspace } = open;
  const language = publicLanguage(form.language);
  const words = formWords[language];
  const wrong = Object.keys(errors).length > 0;
  const settings = workspace.privacySettings;
  const notice = renderNotice(
    { ...settings, retention: retentionWords(settings), rightsUrl: `mailto:${settings.contact}` },
    definition,
    noticeWords(language),
  );
  const title = wrong ? words.errorTitle : definition.name || form.name;
  const lead = wrong ? `<p class="s" role="alert">${escapeText(words.errorLead)}</p>` : "";
  const token = sent.get(tokenFieldName)?.[0] ?? "";
  const action = `/f/${encodeFormAddress({ workspaceId: workspace.id, formId: form.id })}`;
  const trap =
    `<div class="f-trap" aria-hidden="true"><label>${escapeText(words.leaveEmpty)}` +
    `<input${attributesToHtml({ name: trapFieldName, tabindex: "-1", autocomplete: "off" })}></label></div>`;
  const fields = definition.fields
    .map((field, index) => fieldHtml(field, index, { sent, errors, words }))
    .join("");
  return publicPage(
    language,
    title,
    `<h1>${escapeText(title)}</h1>${lead}<form${attributesToHtml({ method: "post", action, "accept-charset": "utf-8" })}>` +
      `<input${attributesToHtml({ type: "hidden", name: tokenFieldName, value: token })}>${trap}${fields}` +
      `<button>${escapeText(definition.submitLabel || words.send)}</button>${notice}</form>`,
  );
}
