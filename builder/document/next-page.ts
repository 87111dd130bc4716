import { descendants, isForm, removeAttribute, setAttribute } from "./component-tree";
import type { PageDocument } from "./page-document";
import { rootOf } from "./project";

/** Leads every form of the page to a page of the same site after sending. Changes the document given. */
export function leadFormsTo(document: PageDocument, path: string): PageDocument {
  for (const form of descendants(rootOf(document.project)).filter(isForm)) {
    removeAttribute(form, "data-next-message");
    removeAttribute(form, "data-next-url");
    setAttribute(form, "data-next-path", path);
  }
  return document;
}
