import type { PageDocument } from "./page-document";
import type { PrivacyNotice } from "./privacy-notice";

export interface PageContext {
  title: string;
  description: string;
  /** BCP 47 tag; decides lang, dir and the words of the privacy notice. */
  language: string;
  /** Canonical address. */
  url: string;
  siteName: string;
  /** By nodeKey. A form without an entry is shown but cannot be sent. */
  forms: Record<string, { action: string; token: string }>;
  privacyNotice: PrivacyNotice;
  scriptUrl?: string;
  scriptAttributes?: Record<string, string>;
  /** Public address of a picture of our own (every src without scheme); undefined leaves it. */
  assetUrl?(src: string): string | undefined;
  imageSize?(src: string): { width: number; height: number } | undefined;
}

export interface RenderedPage {
  html: string;
  /** Exactly the text between <style> and </style>: hash it for pageCsp. */
  css: string;
  usesScript: boolean;
  /** Pictures on other servers, shown as links because they would tell others of the visit. */
  heldImages: string[];
  /** Origins that a form may lead to after sending. */
  formOrigins: string[];
}

export declare function renderPage(document: PageDocument, ctx: PageContext): RenderedPage;
/** `styleHash` is the base64 SHA-256 of `rendered.css`. */
export declare function pageCsp(
  rendered: RenderedPage,
  options: { styleHash: string; frameAncestors?: string },
): string;
