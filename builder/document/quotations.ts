import { attributeOf, descendants, elementsIn } from "./component-tree";
import { attributesToHtml, escapeText } from "./escape-html";
import type { PageDocument } from "./page-document";
import { type Project, type ProjectComponent, projectOf, rootOf } from "./project";
import { classOf, type RenderState } from "./render-state";

/** Names the testimonial that a figure shows. Its words live with the testimonial, never in the page. */
export const quotationAttribute = "data-testimonial";

/** What somebody said and agreed to have shown. */
export interface QuotedWords {
  words: string;
  name: string;
  role: string;
  /** Address of an own picture; empty without one. */
  picture: string;
}

/** The testimonial that an element shows: empty when none is chosen yet, undefined for every other element. */
export const quotationOf = (node: ProjectComponent): string | undefined =>
  node.tagName === "figure" ? attributeOf(node, quotationAttribute) : undefined;

export const listQuotationUses = (document: PageDocument): { id: string; path: string }[] =>
  Array.from(elementsIn(rootOf(document.project))).flatMap(({ node, path }) => {
    const id = quotationOf(node);
    return id === undefined ? [] : [{ id, path }];
  });

/** Figures that quote somebody by hand: nobody was asked through Foyer. */
export const quotationsWithoutConsent = (document: PageDocument): string[] =>
  Array.from(elementsIn(rootOf(document.project))).flatMap(({ node, path }) => {
    const tags = new Set(descendants(node).map(({ tagName }) => tagName));
    const isQuote = node.tagName === "figure" && tags.has("blockquote") && tags.has("figcaption");
    return isQuote && quotationOf(node) === undefined ? [path] : [];
  });

/** Inside of the figure: in the editor and on pages alike. */
export function quotationHtml(quoted: QuotedWords, pictureUrl = quoted.picture): string {
  const paragraphs = quoted.words
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeText(part).replaceAll("\n", "<br>")}</p>`)
    .join("");
  const picture = pictureUrl
    ? `<img${attributesToHtml({ src: pictureUrl, alt: "", width: "64", height: "64", loading: "lazy" })}>`
    : "";
  const role = quoted.role ? ` <span class="small">${escapeText(quoted.role)}</span>` : "";
  return `<blockquote>${paragraphs}</blockquote><figcaption>${picture}<strong>${escapeText(quoted.name)}</strong>${role}</figcaption>`;
}

/** Nothing at all of whoever has not agreed. */
export function renderQuotation(node: ProjectComponent, state: RenderState): string {
  const quoted = state.ctx.quotation?.(quotationOf(node) ?? "");
  if (!quoted) return "";
  const url = quoted.picture && (state.ctx.assetUrl?.(quoted.picture) ?? quoted.picture);
  return `<figure${attributesToHtml({ class: classOf(node), ...node.attributes })}>${quotationHtml(quoted, url)}</figure>`;
}

/** A rendered page without what it shows of one testimonial; undefined when it shows nothing of it. */
export function withoutQuotation(html: string, id: string): string | undefined {
  if (!/^[\w-]{1,60}$/.test(id)) return undefined;
  const figure = new RegExp(
    `<figure(?: [^<>]*)? ${quotationAttribute}="${id}"[^<>]*>[\\s\\S]*?</figure>`,
    "g",
  );
  const rest = html.replace(figure, "");
  return rest === html ? undefined : rest;
}

const text = (content: string): ProjectComponent => ({ type: "textnode", content });

/** The same as components, for the editor. */
function quotationParts(quoted: QuotedWords): ProjectComponent[] {
  const paragraphs = quoted.words
    .split(/\n{2,}/)
    .map((part): ProjectComponent => ({ tagName: "p", components: [text(part)] }));
  const attributes = { src: quoted.picture, alt: "", width: "64", height: "64" };
  return [
    { tagName: "blockquote", components: paragraphs },
    {
      tagName: "figcaption",
      components: [
        ...(quoted.picture ? [{ type: "image", tagName: "img", attributes }] : []),
        { tagName: "strong", components: [text(quoted.name)] },
        ...(quoted.role ? [{ tagName: "span", classes: ["small"], components: [text(quoted.role)] }] : []),
      ],
    },
  ];
}

const nobodyYet: QuotedWords = {
  words: "Choose who is quoted, in the settings of this part.",
  ...{ name: "Nobody yet", role: "", picture: "" },
};

/** The parts of a page, and in its figures what they show; without words of anybody they show that nobody is chosen. */
export function withQuotedParts(
  node: ProjectComponent,
  find: (id: string) => QuotedWords | undefined,
): ProjectComponent {
  const id = quotationOf(node);
  if (id !== undefined) return { ...node, components: quotationParts(find(id) ?? nobodyYet) };
  return node.components
    ? { ...node, components: node.components.map((part) => withQuotedParts(part, find)) }
    : node;
}

/** A project as the editor shows it: with the words of its testimonials, which a save leaves out again. */
export function withQuotations<Kept extends Project>(
  project: Kept,
  find: (id: string) => QuotedWords | undefined,
): Kept {
  return { ...project, ...projectOf(withQuotedParts(rootOf(project), find), project.styles) };
}
