import { DocumentError, type Removal } from "~builder/document/document-error";
import { htmlToMailDocument, type MailDocument, parseMailDocument } from "~builder/document/mail-document";
import { DomainError } from "../domain-error";
import { blankLetter } from "./blank-letter";

export interface GivenMail {
  html?: string;
  document?: unknown;
}

/** A message given as HTML, as a document, or not at all; the HTML itself is never kept. */
export function readMail(given: GivenMail): { document: MailDocument; removed: Removal[] } {
  try {
    if (given.document !== undefined) {
      return { document: parseMailDocument(given.document), removed: [] };
    }
    return htmlToMailDocument(given.html?.trim() ? given.html : blankLetter);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new DomainError("invalid", "document_invalid", error.message, {
      fields: { [given.html === undefined ? "document" : "html"]: error.message },
    });
  }
}
