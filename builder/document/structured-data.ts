import { attributeOf, descendants, textIn } from "./component-tree";
import type { PageDocument } from "./page-document";
import { type ProjectComponent, rootOf } from "./project";

type Thing = Record<string, unknown>;

export interface StructuredPage {
  title: string;
  description: string;
  language: string;
  url: string;
  siteName: string;
  /** Who stands behind the page; empty when that is not known. */
  organization: string;
  /** Address of the page's picture; empty without one. */
  image: string;
}

const mostQuestions = 50;

function questions(root: ProjectComponent): Thing[] {
  return descendants(root)
    .filter(({ tagName }) => tagName === "details")
    .flatMap((details) => {
      const summary = descendants(details).find(({ tagName }) => tagName === "summary");
      const name = summary ? textIn(summary) : "";
      const text = textIn(details, (node) => node === summary);
      return name && text
        ? [{ "@type": "Question", name, acceptedAnswer: { "@type": "Answer", text: text.slice(0, 2000) } }]
        : [];
    })
    .slice(0, mostQuestions);
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** One moment with a time of day, on a page with a heading, is when something happens. */
function happening(root: ProjectComponent, page: StructuredPage): Thing[] {
  const nodes = descendants(root);
  const moments = nodes
    .filter(({ tagName }) => tagName === "time")
    .map((node) => attributeOf(node, "datetime") ?? "")
    .filter((value) => moment.test(value));
  const [startDate] = moments;
  const heading = nodes.find(({ tagName }) => tagName === "h1");
  if (!startDate || !heading || new Set(moments).size !== 1) return [];
  return [
    {
      "@type": "Event",
      name: textIn(heading),
      startDate,
      ...(page.description ? { description: page.description } : {}),
      ...(page.image ? { image: page.image } : {}),
      url: page.url,
      ...(page.organization ? { organizer: { "@type": "Organization", name: page.organization } } : {}),
    },
  ];
}

/** What the page says of itself to machines, as far as its blocks give it. */
export function structuredData(document: PageDocument, page: StructuredPage): Thing {
  const root = rootOf(document.project);
  const origin = URL.canParse(page.url) ? `${new URL(page.url).origin}/` : page.url;
  const asked = questions(root);
  const graph: Thing[] = [
    {
      "@type": "WebPage",
      name: page.title,
      ...(page.description ? { description: page.description } : {}),
      inLanguage: page.language,
      url: page.url,
      ...(page.image ? { primaryImageOfPage: page.image } : {}),
      isPartOf: { "@type": "WebSite", name: page.siteName, url: origin },
    },
    ...(page.organization ? [{ "@type": "Organization", name: page.organization, url: origin }] : []),
    ...(asked.length > 1 ? [{ "@type": "FAQPage", mainEntity: asked }] : []),
    ...happening(root, page),
  ];
  return { "@context": "https://schema.org", "@graph": graph };
}

/** As a data block: no browser runs it, and nothing in it can end it. */
export const structuredDataHtml = (data: Thing): string =>
  `<script type="application/ld+json">${JSON.stringify(data)
    .replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
    .replace(/[\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)}</script>`;
