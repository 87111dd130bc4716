import { escapeHtml, escapeText } from "./escape-html";
import type { FormDefinition } from "./form-definition";
import type { NoticeWords } from "./notice-words";
import { safeLink } from "./safe-url";

/** What a visitor is told at every form, made from the workspace's settings. */
export interface PrivacyNotice {
  controller: string;
  contact: string;
  postalAddress: string;
  purposes: string[];
  retention: string;
  rightsUrl: string;
  /** Further words of the workspace; may be empty. */
  text: string;
}

/** Of a form, all that a notice tells. */
type NoticedForm = Pick<FormDefinition, "fields">;

const visibleLabels = (form: NoticedForm): string[] =>
  form.fields
    .filter((field) => field.type !== "hidden" && field.type !== "consent")
    .map((field) => field.label);

function contactHtml(contact: string): string {
  const target = /^\S+@\S+\.\S+$/.test(contact)
    ? safeLink(`mailto:${contact}`)
    : /^https?:/.test(contact)
      ? safeLink(contact)
      : undefined;
  return target ? `<a href="${escapeHtml(target)}">${escapeText(contact)}</a>` : escapeText(contact);
}

/** On one line; an address that begins with the name says it once. */
function whoAsks({ controller, postalAddress }: PrivacyNotice): string {
  const lines = [controller, ...postalAddress.split("\n")].map((line) => line.trim()).filter(Boolean);
  return [...new Set(lines)].join(", ");
}

export function renderNotice(notice: PrivacyNotice, form: NoticedForm, words: NoticeWords): string {
  const why = notice.purposes.join(", ");
  const summary = words.summary.replace("{who}", () => notice.controller).replace("{why}", () => why);
  const rightsUrl = safeLink(notice.rightsUrl) ?? "";
  const rows = [
    [words.who, escapeText(whoAsks(notice))],
    [words.contact, contactHtml(notice.contact)],
    [words.what, escapeText(visibleLabels(form).join(", "))],
    [words.why, escapeText(why)],
    [words.howLong, escapeText(notice.retention)],
    [words.rights, `<a href="${escapeHtml(rightsUrl)}">${escapeText(words.rightsLink)}</a>`],
  ];
  const list = rows
    .map(([term, html]) => (html ? `<dt>${escapeText(term ?? "")}</dt><dd>${html}</dd>` : ""))
    .join("");
  const text = notice.text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `<p>${escapeText(part)}</p>`)
    .join("");
  return `<details class="f-notice"><summary>${escapeText(summary)}</summary>${text}<dl>${list}</dl></details>`;
}
