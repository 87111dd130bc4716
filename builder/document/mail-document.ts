import { cleanMailHead, cleanMailNodes, newMailState } from "./clean-mail";
import { DocumentError, type Removal } from "./document-error";
import { readHtmlMail } from "./read-mail";
import { newRemovals } from "./removals";
import { safeStyleSheet } from "./safe-style-sheet";

/** A tag or a text inside an Outlook conditional comment: these need not balance. */
export type MailToken =
  | { open: string; attributes: Record<string, string>; closed?: boolean }
  | { close: string }
  | { text: string }
  | { css: string };

export type MailNode =
  | { tag: string; attributes?: Record<string, string>; children?: MailNode[] }
  | { text: string }
  /** Seen by Outlook only: <!--[if CONDITION]> TOKENS <![endif]--> */
  | { condition: string; tokens: MailToken[] }
  /** Start (or, when empty, end) of what Outlook must not see: <!--[if CONDITION]><!--> ... <!--<![endif]--> */
  | { reveal: string };

export type MailElement = Extract<MailNode, { tag: string }>;

export interface MailDocument {
  version: 1;
  kind: "mail";
  /** Conditional comments of the head. */
  head: MailNode[];
  body: MailElement;
  /** Sanitised style blocks, in order. */
  styles: string[];
  preheader?: string;
  language?: string;
}

const maxHtmlLength = 1_000_000;
const maxJsonLength = 4_000_000;

const languageTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Parses given mail HTML into a document; the HTML itself is never kept. */
export function htmlToMailDocument(html: string): { document: MailDocument; removed: Removal[] } {
  if (html.length > maxHtmlLength) {
    throw new DocumentError("too_large", "html", "The HTML is longer than 1 million characters.");
  }
  const raw = readHtmlMail(html);
  const removals = newRemovals();
  const language = raw.language && languageTag.test(raw.language) ? raw.language : undefined;
  const document = assemble({ ...raw, language }, removals.report);
  return { document, removed: removals.list };
}

type RawObject = Record<string, unknown>;
const isObject = (value: unknown): value is RawObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Takes stored, imported or posted data; throws DocumentError when it cannot be a mail. */
export function parseMailDocument(input: unknown): MailDocument {
  if (!isObject(input))
    throw new DocumentError("invalid_document", "", "A mail document must be a JSON object.");
  if (input.kind !== "mail") throw new DocumentError("wrong_kind", "kind", "This is not a mail document.");
  if (input.version !== 1) {
    throw new DocumentError(
      "unknown_version",
      "version",
      "This document was made by a newer version of Foyer.",
    );
  }
  if (!isObject(input.body)) throw new DocumentError("invalid_document", "body", "The mail has no body.");
  let length = 0;
  try {
    length = JSON.stringify(input).length;
  } catch {
    throw new DocumentError("invalid_document", "", "The document cannot be written as JSON.");
  }
  if (length > maxJsonLength)
    throw new DocumentError("too_large", "", "The mail is larger than 4 million characters.");
  const styles = Array.isArray(input.styles) ? input.styles.filter((one) => typeof one === "string") : [];
  const text = (value: unknown, most: number) =>
    typeof value === "string" && value ? value.slice(0, most) : undefined;
  const language = text(input.language, 35);
  return assemble(
    {
      head: input.head,
      body: input.body,
      styles,
      preheader: text(input.preheader, 300),
      language: language && languageTag.test(language) ? language : undefined,
    },
    newRemovals().report,
  );
}

interface RawMail {
  head: unknown;
  body: unknown;
  styles: string[];
  preheader?: string | undefined;
  language?: string | undefined;
}

function assemble(raw: RawMail, report: (what: string, why: string) => void): MailDocument {
  const state = newMailState(report);
  const [body] = cleanMailNodes([raw.body], state, 0);
  const sheets = [...raw.styles, ...state.css].map((css) => safeStyleSheet(css, report)).filter(Boolean);
  return {
    version: 1,
    kind: "mail",
    head: cleanMailHead(raw.head, state),
    body: body && "tag" in body ? body : { tag: "body" },
    styles: sheets,
    ...(raw.preheader ? { preheader: raw.preheader } : {}),
    ...(raw.language ? { language: raw.language } : {}),
  };
}
