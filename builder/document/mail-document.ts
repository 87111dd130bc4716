import type { Removal } from "./document-error";

export interface MailNode {
  /** Element name; absent for text and conditional comments. */
  tag?: string;
  attributes?: Record<string, string>;
  children?: MailNode[];
  text?: string;
  /** Outlook conditional comment: the condition, such as "mso"; the inner nodes are children. */
  condition?: string;
  /** Downlevel-revealed: <!--[if !mso]><!--> ... <!--<![endif]--> */
  revealed?: boolean;
}

export interface MailDocument {
  version: 1;
  kind: "mail";
  body: MailNode;
  /** Sanitised style blocks, in order. */
  styles: string[];
  preheader?: string;
  language?: string;
}

export declare function htmlToMailDocument(html: string): { document: MailDocument; removed: Removal[] };
export declare function parseMailDocument(input: unknown): MailDocument;
