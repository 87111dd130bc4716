import type { MailDocument } from "~builder/document/mail-document";
import { renderMail } from "~builder/document/render-mail";

const attribute = (url: string) => url.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** A document as HTML for writing by hand: links and merge fields stand where they were typed. */
export function mailSource(document: MailDocument): string {
  const { html, links } = renderMail(document, { preheader: "" });
  return html
    .replace(/^<!doctype html><html lang="([^"]*)"[^>]*>/i, '<html lang="$1">\n')
    .replace(/<head>(?:<meta[^>]*>)*<title>[^<]*<\/title>/i, "<head>")
    .replace("<head></head>", "")
    .replace(/(<\/head>|<body[^>]*>)\s*/g, "$1\n")
    .replace(/\{\{@link:(\d+)\}\}/g, (_all, index: string) => attribute(links[Number(index)] ?? ""))
    .replace(/\{\{@(?:url|lines):/g, "{{")
    .trim();
}
