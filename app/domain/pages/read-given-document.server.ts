import { DocumentError, type Removal } from "~builder/document/document-error";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { emptyPageDocument, type PageDocument, readPageDocument } from "~builder/document/page-document";
import { DomainError } from "../domain-error";

export interface GivenContent {
  /** Parsed into a document; never kept as given. */
  html?: string;
  css?: string;
  /** A page document or the editor's project data. */
  document?: unknown;
}

export interface ReadContent {
  document: PageDocument;
  /** What was left out while cleaning. */
  removed: Removal[];
  title?: string;
  description?: string;
  language?: string;
}

/** Cleans whatever was given; undefined when nothing was. */
export function readGivenDocument(given: GivenContent): ReadContent | undefined {
  try {
    if (given.document !== undefined) return readPageDocument(given.document);
    if (given.html !== undefined) return htmlToPageDocument({ html: given.html, css: given.css });
    return undefined;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const field = given.document === undefined ? "html" : "document";
    throw new DomainError("invalid", "page_document_invalid", error.message, {
      fields: { [field]: error.message },
      data: { path: error.path },
    });
  }
}

export const blankContent = (): ReadContent => ({ document: emptyPageDocument(), removed: [] });
