import { plainLine } from "~/lib/plain-text";
import { publicLanguage, textDirection } from "~/lib/public-language";
import { escapeHtml } from "~builder/document/escape-html";
import type { MailView } from "../mail/message";
import { formWords } from "./form-words";

const withName = (words: string, name: string): string => words.replace("{n}", () => name);

/** Hands over what was asked for. Transactional: no picture, no advertising, nothing but the link. */
export function downloadMail(input: {
  from: string;
  fileName: string;
  link: string;
  language: string;
}): MailView {
  const language = publicLanguage(input.language);
  const words = formWords[language];
  const name = plainLine(input.fileName, 120);
  const from = plainLine(input.from, 120);
  const lead = withName(words.downloadMail, name);
  const button = withName(words.downloadLink, name);
  const align = textDirection(language) === "rtl" ? "right" : "left";
  return {
    subject: `${words.downloadTitle}: ${name}`,
    text: [lead, `${button}: ${input.link}`, from].join("\n\n"),
    html: `<!doctype html><html lang="${language}" dir="${textDirection(language)}"><body style="font:16px/1.5 system-ui,sans-serif;color:#1d2730;margin:24px"><div dir="${textDirection(language)}" style="text-align:${align}"><p>${escapeHtml(lead)}</p><p><a href="${escapeHtml(input.link)}" style="display:inline-block;padding:10px 20px;border-radius:8px;background:#0b5d5a;color:#fff;text-decoration:none">${escapeHtml(button)}</a></p><p style="color:#5b6670">${escapeHtml(from)}</p></div></body></html>`,
  };
}
