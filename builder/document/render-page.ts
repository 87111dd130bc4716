import { openBoxesCss } from "./boxes-around-forms";
import { childrenOf, descendants, isText } from "./component-tree";
import { listForms } from "./document-forms";
import { attributesToHtml, escapeHtml, escapeText } from "./escape-html";
import type { FormDefinition } from "./form-definition";
import { formsCss } from "./forms-css";
import { liftNoticesCss } from "./laid-over-forms";
import { noticeGroundCss } from "./notice-ground";
import { directionOf, noticeWords } from "./notice-words";
import { imagesCss, noticeCss, picturesCss } from "./page-base-css";
import type { PageDocument } from "./page-document";
import { pageFonts } from "./page-fonts";
import type { PagePicture } from "./page-picture";
import { type PageScripts, pageScripts } from "./page-script";
import { themeCss } from "./page-theme";
import { findWidgets, widgetsCss } from "./page-widgets";
import type { PrivacyNotice } from "./privacy-notice";
import { type ProjectComponent, type ProjectStyle, rootOf } from "./project";
import { type QuotedWords, withQuotedParts } from "./quotations";
import { renderNodes } from "./render-nodes";
import { classOf, newRenderState, type RenderState } from "./render-state";
import { structuredData, structuredDataHtml } from "./structured-data";
import { stylesToCss } from "./styles-to-css";

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
  /** What the visitor script says about wrong fields, by name, in the page's language. */
  formMessages?: Readonly<Record<string, string>>;
  /** Scripts of visitors; the page names those that it needs. */
  scripts?: PageScripts;
  iconUrl?: string;
  /** Picture of 1200 x 630 beside links to the page elsewhere. */
  shareImageUrl?: string;
  /** Who stands behind the page, for machines. */
  organization?: string;
  /** Public address of a file of our own (every address without scheme); undefined leaves it. */
  assetUrl?(src: string): string | undefined;
  /** Undefined for pictures that are not ours. */
  picture?(src: string): PagePicture | undefined;
  /** What is shown of a testimonial; nothing without consent. */
  quotation?(id: string): QuotedWords | undefined;
  /** Pictures on other servers tell others of the visit: by default they are shown as links. */
  remoteImages?: "hold" | "load";
}

export interface RenderedPage {
  html: string;
  /** Exactly the text between <style> and </style>: hash it for pageCsp. */
  css: string;
  usesScript: boolean;
  /** Pictures on other servers that were held back. */
  heldImages: string[];
  /** Origins of pictures on other servers that are loaded. */
  imageOrigins: string[];
  /** Origins that a form may lead to after sending. */
  formOrigins: string[];
  /** Origins of films and maps, which load when they are pressed. */
  frameOrigins: string[];
}

/** The one renderer of pages: published, previewed, templates and exports all come through here. */
export function renderPage(document: PageDocument, ctx: PageContext): RenderedPage {
  const root = rootOf(document.project);
  const styles = document.project.styles;
  const forms = listForms(document);
  const state = newRenderState(ctx, noticeWords(ctx.language), forms, {
    ...{ root, styles, themeWidth: document.theme?.width },
  });
  const look =
    (document.theme ? themeCss(document.theme) : "") +
    stylesToCss(
      withQuotedParts(root, (id) => ctx.quotation?.(id)),
      styles,
      ctx,
    );
  const widgets = findWidgets(root);
  const scripts = ctx.scripts ? pageScripts(root, widgets.needScript, ctx.scripts) : "";
  const body = `<body${attributesToHtml({ class: classOf(root), ...root.attributes })}>${renderBody(root, styles, state)}${scripts}</body>`;
  const fonts = pageFonts(look, body + ctx.title, ctx.language);
  const css =
    (state.pictures.size > 0 ? imagesCss : "") +
    (forms.length > 0 ? noticeCss : "") +
    (state.wrapsPictures ? picturesCss : "") +
    (widgets.needStyle ? widgetsCss : "") +
    fonts.css +
    look +
    formsCss(forms) +
    (forms.length > 0
      ? noticeGroundCss(root, styles, document.theme) +
        openBoxesCss(root, styles) +
        liftNoticesCss(root, styles)
      : "");
  const html =
    `<!doctype html><html${attributesToHtml({ lang: ctx.language, dir: directionOf(ctx.language) })}>` +
    `<head>${renderHead(ctx, css, fonts.preload, document)}</head>${body}</html>\n`;
  return {
    html,
    css,
    usesScript: ctx.scripts !== undefined,
    heldImages: state.heldImages,
    imageOrigins: ctx.remoteImages === "load" ? imageOrigins(root) : [],
    formOrigins: formOrigins(forms),
    frameOrigins: ctx.scripts ? widgets.frameOrigins : [],
  };
}

function renderHead(ctx: PageContext, css: string, preload: string[], document: PageDocument): string {
  const meta = (attributes: Record<string, string>) => `<meta${attributesToHtml(attributes)}>`;
  const social = {
    "og:type": "website",
    "og:title": ctx.title,
    "og:description": ctx.description,
    "og:url": ctx.url,
    "og:site_name": ctx.siteName,
    ...(ctx.shareImageUrl
      ? { "og:image": ctx.shareImageUrl, "og:image:width": "1200", "og:image:height": "630" }
      : {}),
  };
  return (
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${escapeText(ctx.title)}</title>` +
    (ctx.description ? meta({ name: "description", content: ctx.description }) : "") +
    `<link rel="canonical" href="${escapeHtml(ctx.url)}">` +
    `<link rel="icon" href="${escapeHtml(ctx.iconUrl ?? "data:,")}">` +
    Object.entries(social)
      .filter(([, content]) => content !== "")
      .map(([property, content]) => meta({ property, content }))
      .join("") +
    (ctx.shareImageUrl ? meta({ name: "twitter:card", content: "summary_large_image" }) : "") +
    structuredDataHtml(
      structuredData(document, {
        ...{ title: ctx.title, description: ctx.description, language: ctx.language, url: ctx.url },
        ...{ siteName: ctx.siteName, organization: ctx.organization ?? "", image: ctx.shareImageUrl ?? "" },
      }),
    ) +
    preload
      .map((href) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`)
      .join("") +
    `<style>${css}</style>`
  );
}

const standsOutsideMain = new Set(["header", "footer", "nav", "aside"]);

/** Wraps what lies between page header and footer in <main>, where the page has none and no rule would notice. */
function renderBody(root: ProjectComponent, styles: ProjectStyle[], state: RenderState): string {
  const children = childrenOf(root);
  const hasMain = descendants(root).some(
    (node) => node.tagName === "main" || node.attributes?.role === "main",
  );
  const isNoticed = styles.some((style) => /\bbody\s*[>+~]|\bmain\b/.test(style.selectorsAdd ?? ""));
  if (hasMain || isNoticed || children.length === 0) return renderNodes(children, state);
  const isOutside = (node: ProjectComponent | undefined) =>
    !isText(node ?? {}) && standsOutsideMain.has(node?.tagName ?? "");
  let from = 0;
  while (from < children.length && isOutside(children[from])) from += 1;
  let to = children.length;
  while (to > from && isOutside(children[to - 1])) to -= 1;
  const part = (start: number, end?: number) => renderNodes(children.slice(start, end), state);
  return `${part(0, from)}<main>${part(from, to)}</main>${part(to)}`;
}

const originOf = (url: string): string[] => (URL.canParse(url) ? [new URL(url).origin] : []);

const formOrigins = (forms: FormDefinition[]): string[] => [
  ...new Set(forms.flatMap(({ next }) => (next.kind === "redirect" ? originOf(next.url) : []))),
];

const imageOrigins = (root: ProjectComponent): string[] =>
  [
    ...new Set(
      descendants(root)
        .filter((node) => node.tagName === "img" || node.tagName === "source")
        .flatMap((node) => [node.attributes?.src ?? "", ...(node.attributes?.srcset ?? "").split(", ")])
        .flatMap((url) => originOf(url.split(" ")[0] ?? "")),
    ),
  ].filter((origin) => /^https?:/.test(origin));
