import { plainLine } from "~/lib/plain-text";
import { publicLanguage, textDirection } from "~/lib/public-language";
import { escapeHtml } from "~builder/document/escape-html";
import type { MailView } from "../mail/message";
import { confirmationWords, withName } from "./confirmation-words";

/** Asks the mailbox to confirm. Transactional: no picture, no advertising, nothing but the question. */
export function confirmationMail(input: {
  name: string;
  wordings: readonly string[];
  link: string;
  language: string;
}): MailView {
  const language = publicLanguage(input.language);
  const words = confirmationWords[language];
  const name = plainLine(input.name, 120);
  const say = (text: string) => withName(text, name);
  const wordings = input.wordings.map((wording) => plainLine(wording, 2000)).filter(Boolean);
  const align = textDirection(language) === "rtl" ? "right" : "left";
  return {
    subject: say(words.subject),
    text: [
      words.greeting,
      `${say(words.why)}\n\n${wordings.map((wording) => `- ${wording}`).join("\n")}`,
      `${words.button}: ${input.link}`,
      words.ignore,
    ].join("\n\n"),
    html: `<!doctype html><html lang="${language}" dir="${textDirection(language)}"><body style="font:16px/1.5 system-ui,sans-serif;color:#1d2730;margin:24px"><div dir="${textDirection(language)}" style="text-align:${align}"><p>${escapeHtml(words.greeting)}</p><p>${escapeHtml(say(words.why))}</p><ul>${wordings.map((wording) => `<li>${escapeHtml(wording)}</li>`).join("")}</ul><p><a href="${escapeHtml(input.link)}" style="display:inline-block;padding:10px 20px;border-radius:8px;background:#0b5d5a;color:#fff;text-decoration:none">${escapeHtml(words.button)}</a></p><p style="color:#5b6670">${escapeHtml(words.ignore)}</p></div></body></html>`,
  };
}
