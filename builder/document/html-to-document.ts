import { DocumentError, type Removal } from "./document-error";
import type { PageDocument } from "./page-document";

export interface GivenHtml {
  html: string;
  css?: string;
}

export interface ReadHtml {
  document: PageDocument;
  removed: Removal[];
  /** From <title>, <meta name=description> and <html lang>, when given. */
  title?: string;
  description?: string;
  language?: string;
}

/** Parses given HTML into a document; the HTML itself is never kept. */
export function htmlToPageDocument(_given: GivenHtml): ReadHtml {
  throw new DocumentError("not_ready", "", "The HTML reader is not there yet.");
}
