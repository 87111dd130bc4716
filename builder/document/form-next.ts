import type { FormNext } from "./form-definition";
import { safeLink } from "./safe-url";

/**
 * Where a visitor goes after sending: to an address on the web, to a page of the site, or nowhere. Without any of them
 * thanks are said, in the language of the page where there are no words.
 */
export function formNext(given: Partial<Record<"url" | "path" | "text", unknown>>): FormNext {
  const textOf = (value: unknown) => (typeof value === "string" ? value : "");
  const url = safeLink(textOf(given.url));
  if (url && /^https:/i.test(url)) return { kind: "redirect", url };
  const path = textOf(given.path);
  if (/^\/(?![/\\])\S{0,199}$/.test(path)) return { kind: "page", path };
  return { kind: "message", text: textOf(given.text).trim().slice(0, 1000) };
}
