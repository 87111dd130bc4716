import type { MailDocument } from "./mail-document";
import type { MergeValues } from "./merge-fields";

export interface RenderedMail {
  /** HTML with slots: {{name|fallback}}, {{unsubscribe_url}}, {{preferences_url}}, {{postal_address}}, {{@link:N}}. */
  html: string;
  /** Targets of {{@link:N}}; merge fields in them only after the host. */
  links: string[];
}

export interface MailFill {
  /** Address for slot N, already tracked or not; without it the target with its merge fields percent-encoded. */
  link?(index: number, target: string): string;
  links: string[];
  /** Put just before </body>, such as the open beacon; trusted HTML made by the caller. */
  tail?: string;
}

export declare function renderMail(document: MailDocument): RenderedMail;
/** Fills a rendered mail for one person. Reserved names: unsubscribe_url, preferences_url, postal_address. */
export declare function fillMail(template: string, values: MergeValues, fill: MailFill): string;
/** Percent-encodes merge values after the host. */
export declare function fillUrl(target: string, values: MergeValues): string;
/** The plain text part, with the same slots. */
export declare function mailText(document: MailDocument): string;
export declare function mailHasUnsubscribe(document: MailDocument): boolean;
export declare function mailHasPostalAddress(document: MailDocument): boolean;
