import type { PageDocument } from "~builder/document/page-document";
import { accessHints } from "./access-hints";
import { consentHints } from "./consent-hints";
import { filmHints } from "./film-hints";
import { languageHints } from "./language-hints";
import { linkHints } from "./link-hints";
import { searchHints } from "./search-hints";
import { styleHints } from "./style-hints";
import { type PageWeight, weightHints } from "./weight-hints";

export type HintArea = "access" | "search" | "weight" | "consent" | "links";

/** What would make a page better; nothing here stops publishing. */
export interface PageHint {
  id: string;
  area: HintArea;
  /** A tip may be left as it is with good reason. */
  weight: "warn" | "tip";
  message: string;
  remedy: string;
  /** Where in the document; the editor jumps there. */
  path?: string;
  /** Where else it is put right: in the settings of the page, or in the look of it. */
  fix?: "settings" | "look";
}

export interface HintedPage {
  document: PageDocument;
  title: string;
  description: string;
  /** BCP 47 tag. */
  language: string;
  /** Addresses of the site, and whether something is public there. */
  paths: ReadonlyMap<string, "live" | "draft">;
  weight: PageWeight;
  /** Words that come with our sections and should give way to one's own. */
  sampleTexts: ReadonlySet<string>;
}

/** At most `limit` hints, those that matter more first. */
export function hintsFor(page: HintedPage, limit = 60): PageHint[] {
  const hints = [
    ...consentHints(page.document),
    ...accessHints(page.document),
    ...languageHints(page),
    ...styleHints(page.document),
    ...filmHints(page.document),
    ...linkHints(page.document, page.paths),
    ...searchHints(page),
    ...weightHints(page.document, page.weight),
  ];
  return [
    ...hints.filter(({ weight }) => weight === "warn"),
    ...hints.filter(({ weight }) => weight === "tip"),
  ].slice(0, limit);
}
