import type { MailDocument } from "~builder/document/mail-document";
import { mailHasPostalAddress, mailText } from "~builder/document/mail-text";
import { renderMail } from "~builder/document/render-mail";

/** A message before it is anybody's: with slots for the person's values and links. */
export interface RenderedCampaign {
  subject: string;
  html: string;
  text: string;
  /** Targets by number; scheme and host are literal. */
  links: string[];
}

/** Stands under messages that do not show the sender's address themselves: law asks for it in each. */
const addressFooter =
  '<div style="padding:24px 16px;text-align:center;font:13px/1.6 Helvetica,Arial,sans-serif;color:#55636b">{{@lines:postal_address}}</div>';

export function renderCampaign(
  document: MailDocument,
  { subject, preheader }: { subject: string; preheader: string },
): RenderedCampaign {
  const { html, links } = renderMail(document, { title: subject, ...(preheader ? { preheader } : {}) });
  const text = mailText(document);
  if (mailHasPostalAddress(document)) return { subject, html, text, links };
  const end = html.lastIndexOf("</body>");
  return {
    subject,
    html: `${html.slice(0, end)}${addressFooter}${html.slice(end)}`,
    text: `${text}\n\n{{postal_address}}`,
    links,
  };
}
