import { baseCss } from "../blocks/base-css";
import type { Block } from "../blocks/block";
import { htmlToPageDocument } from "../document/html-to-document";
import { htmlToMailDocument, type MailDocument } from "../document/mail-document";
import type { PageDocument } from "../document/page-document";
import { defaultTheme, type PageTheme, type ThemeColours, themeProperties } from "../document/page-theme";
import { thanksCss, thanksHtml, welcomeMail } from "./after-sending";

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
  /** What the mail says that comes then; its button leads to the page unless it names something else. */
  welcome: { text: string; button?: string };
  /** Finished page; read from markup when first asked for. A fresh copy each time. */
  readonly document: PageDocument;
  /** The page to show after sending, in the same look. */
  readonly thanks: PageDocument;
  /** The mail that belongs to the page: a draft to begin from. */
  readonly mail: { subject: string; document: MailDocument };
}

export interface TemplateSource extends Omit<Template, "document" | "thanks" | "mail"> {
  /** What differs from the theme as designed. */
  look?: Partial<Omit<PageTheme, "colours">>;
  colours?: Partial<ThemeColours>;
  tokens?: Record<string, string>;
  /** Blocks whose rules the markup uses. */
  blocks: Block[];
  html: string;
  css?: string;
}

const rootRule = ({ tokens, look, colours }: Pick<TemplateSource, "tokens" | "look" | "colours">): string =>
  `:root{${Object.entries({
    ...themeProperties({
      ...defaultTheme,
      ...look,
      colours: { ...defaultTheme.colours, ...colours },
    }),
    ...tokens,
  })
    .map(([name, value]) => `${name}:${value}`)
    .join(";")}}`;

export function defineTemplate(source: TemplateSource): Template {
  const { tokens, look, colours, blocks, html, css, ...facts } = source;
  let made: PageDocument | undefined;
  const sheet = (more: string) =>
    [
      rootRule({ tokens, look, colours }),
      baseCss,
      ...blocks.map((block) => block.css ?? ""),
      css ?? "",
      more,
    ].join("\n");
  return {
    ...facts,
    get document() {
      made ??= htmlToPageDocument({ html, css: sheet("") }).document;
      return structuredClone(made);
    },
    get thanks() {
      return htmlToPageDocument({ html: thanksHtml(source), css: sheet(thanksCss) }).document;
    },
    get mail() {
      const { subject, html: markup } = welcomeMail(source);
      return { subject, document: htmlToMailDocument(markup).document };
    },
  };
}
