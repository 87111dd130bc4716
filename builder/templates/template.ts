import { baseCss } from "../blocks/base-css";
import type { Block } from "../blocks/block";
import { htmlToPageDocument } from "../document/html-to-document";
import type { PageDocument } from "../document/page-document";
import { defaultTheme, themeProperties } from "../document/page-theme";

export type Goal = "Leads" | "Events" | "Launch" | "Audience" | "Enquiries";

export interface Template {
  id: string;
  name: string;
  goal: Goal;
  /** One sentence for the gallery. */
  description: string;
  /** Proposals for the page's settings. */
  title: string;
  metaDescription: string;
  /** What a visitor reads after sending. */
  thankYou: string;
  /** Finished page; read from markup when first asked for. A fresh copy each time. */
  readonly document: PageDocument;
}

export interface TemplateSource extends Omit<Template, "document"> {
  tokens?: Record<string, string>;
  /** Blocks whose rules the markup uses. */
  blocks: Block[];
  html: string;
  css?: string;
}

const rootRule = (tokens: Record<string, string> = {}): string =>
  `:root{${Object.entries({ ...themeProperties(defaultTheme), ...tokens })
    .map(([name, value]) => `${name}:${value}`)
    .join(";")}}`;

export function defineTemplate({ tokens, blocks, html, css, ...facts }: TemplateSource): Template {
  let made: PageDocument | undefined;
  const sheet = () =>
    [rootRule(tokens), baseCss, ...blocks.map((block) => block.css ?? ""), css ?? ""].join("\n");
  return {
    ...facts,
    get document() {
      made ??= htmlToPageDocument({ html, css: sheet() }).document;
      return structuredClone(made);
    },
  };
}
