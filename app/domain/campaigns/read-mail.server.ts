import { DocumentError, type Removal } from "~builder/document/document-error";
import { htmlToMailDocument, type MailDocument, parseMailDocument } from "~builder/document/mail-document";
import { DomainError } from "../domain-error";
import type { Workspace } from "../workspaces/workspace";
import { blankLetter } from "./blank-letter";

export interface GivenMail {
  html?: string;
  document?: unknown;
}

/**
 * A message given as HTML, as a document, or not at all; the HTML itself is never kept. What does not say its language
 * is in that of its workspace.
 */
export function readMail(
  given: GivenMail,
  { locale }: Pick<Workspace, "locale">,
): { document: MailDocument; removed: Removal[] } {
  try {
    const { document, removed } =
      given.document === undefined
        ? htmlToMailDocument(given.html?.trim() ? given.html : blankLetter)
        : { document: parseMailDocument(given.document), removed: [] };
    return { document: { ...document, language: document.language ?? locale }, removed };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new DomainError("invalid", "document_invalid", error.message, {
      fields: { [given.html === undefined ? "document" : "html"]: error.message },
    });
  }
}
