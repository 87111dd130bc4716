import { maskAddress } from "~/lib/email-address";
import { plainLine } from "~/lib/plain-text";
import { type PublicLanguage, textDirection } from "~/lib/public-language";
import { escapeHtml } from "~builder/document/escape-html";
import type { MailView } from "../mail/message";
import { preferenceWords, sayNames } from "./preference-words";

/** Asks a mailbox, old or new, to agree to the change. Nothing else stands in it. */
export function addressChangeMail(input: {
  sender: string;
  oldAddress: string;
  newAddress: string;
  /** The new mailbox is shown the old address masked: it may be somebody else's. */
  stage: "old" | "new";
  link: string;
  language: PublicLanguage;
}): MailView {
  const { language, link } = input;
  const words = preferenceWords[language];
  const why = sayNames(words.mailWhy, {
    sender: plainLine(input.sender, 120),
    old: input.stage === "new" ? maskAddress(input.oldAddress) : input.oldAddress,
    new: input.newAddress,
  });
  const direction = textDirection(language);
  return {
    subject: words.mailSubject,
    text: [why, `${words.confirmButton}: ${link}`, words.mailIgnore].join("\n\n"),
    html: `<!doctype html><html lang="${language}" dir="${direction}"><body style="font:16px/1.5 system-ui,sans-serif;color:#1d2730;margin:24px"><div dir="${direction}" style="text-align:${direction === "rtl" ? "right" : "left"}"><p>${escapeHtml(why)}</p><p><a href="${escapeHtml(link)}" style="display:inline-block;padding:10px 20px;border-radius:8px;background:#0b5d5a;color:#fff;text-decoration:none">${escapeHtml(words.confirmButton)}</a></p><p style="color:#5b6670">${escapeHtml(words.mailIgnore)}</p></div></body></html>`,
  };
}
