import type { MailDocument } from "~builder/document/mail-document";
import { renderMail } from "~builder/document/render-mail";

const attribute = (url: string) => url.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** A document as HTML for writing by hand: links and merge fields stand where they were typed. */
export function mailSource(document: MailDocument): string {
  const { html, links } = renderMail(document, { preheader: "" });
  return html
    .replace(/\{\{@link:(\d+)\}\}/g, (_all, index: string) => attribute(links[Number(index)] ?? ""))
    .replace(/\{\{@(?:url|lines):/g, "{{")
    .trim();
}
