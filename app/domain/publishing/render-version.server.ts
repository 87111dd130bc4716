import { createHash } from "node:crypto";
import { publicLanguage } from "~/lib/public-language";
import { pageCsp } from "~builder/document/page-csp";
import type { PageDocument } from "~builder/document/page-document";
import type { PagePicture } from "~builder/document/page-picture";
import type { PageScripts } from "~builder/document/page-script";
import { renderPage } from "~builder/document/render-page";
import { unmarkedDocument } from "~builder/document/saved-sections";
import type { Deps } from "../deps";
import {
  contentTypeOf,
  filePath,
  mentionedFileIds,
  offeredWidthsOf,
  parseFilePath,
  plainFormatOf,
  type StoredFile,
  shareImagePath,
} from "../files/file";
import { findFiles } from "../files/list-images.server";
import { formWords } from "../forms/form-words";
import type { PageSettings } from "../pages/page";
import type { Site } from "../sites/site";
import { pageAddress } from "../sites/site-address";
import { findQuotations } from "../testimonials/find-quotations.server";
import { mayStandOn, type Testimonial } from "../testimonials/testimonial";
import { privacyNoticeOf } from "../workspaces/privacy-notice-of";
import type { Workspace } from "../workspaces/workspace";

export interface RenderedVersion {
  html: string;
  csp: string;
  etag: string;
  /** Pictures on other servers, held back because they would tell others of each visit. */
  heldImages: string[];
}

/** Everything that a rendering needs besides the ids of its forms; gathered before the transaction. */
export interface RenderParts {
  workspace: Workspace;
  site: Site;
  settings: PageSettings;
  document: PageDocument;
  images: ReadonlyMap<string, StoredFile>;
  /** Testimonials that the page quotes, by the id it names them with. */
  quotations: ReadonlyMap<string, Testimonial>;
}

export async function gatherParts(
  deps: Deps,
  parts: Omit<RenderParts, "images" | "quotations">,
): Promise<RenderParts> {
  const quotations = await findQuotations(deps.db, parts.workspace.id, parts.document);
  const ids = mentionedFileIds(JSON.stringify(parts.document));
  const files = await findFiles(deps, parts.workspace.id, ids);
  return { ...parts, images: new Map(files.map((file) => [file.id, file])), quotations };
}

const shapeOf = ({ variants }: StoredFile): number => {
  const largest = variants.at(-1);
  return largest ? largest.height / largest.width : 1;
};

/** Every width and format that the host serves of a picture. Its address never means other bytes. */
function pictureOf(images: ReadonlyMap<string, StoredFile>, src: string): PagePicture | undefined {
  const address = parseFilePath(src);
  const file = address && images.get(address.fileId);
  if (!address || file?.kind !== "image" || file.variants.length === 0) return undefined;
  const widths = offeredWidthsOf(file);
  const { width, height } = file.variants.find(
    (variant) => variant.width === address.width && variant.format === address.format,
  ) ?? { width: address.width, height: Math.max(1, Math.round(address.width * shapeOf(file))) };
  const plain = plainFormatOf(file);
  const fitting = widths.find((one) => one >= width) ?? widths.at(-1) ?? width;
  return {
    width,
    height,
    sources: (["avif", "webp"] as const).map((format) => ({
      type: contentTypeOf[format],
      candidates: widths.map((one) => ({ src: filePath(file.id, { width: one, format }), width: one })),
    })),
    ...(plain ? { plain: filePath(file.id, { width: fitting, format: plain }) } : {}),
  };
}

export interface RenderOptions {
  /** The version being made; a preview has none, and no picture for links to it. */
  versionId?: string;
  /** Scripts of visitors; a preview has none. */
  scripts?: PageScripts;
  /** Who may show the page in a frame; nobody by default. */
  frameAncestors?: string;
}

/** What may stand in place of a testimonial: what the person agreed to, on the site they agreed to. */
function quotedWords({ quotations, site }: RenderParts, id: string) {
  const shown = quotations.get(id)?.shown;
  return shown && mayStandOn(shown, site.id) ? shown : undefined;
}

/** Document to HTML with its policy. `forms` is by node key. */
export function renderVersion(
  deps: Pick<Deps, "urls">,
  parts: RenderParts,
  forms: Record<string, { action: string; token: string }>,
  { scripts, frameAncestors, versionId }: RenderOptions = {},
): RenderedVersion {
  const { settings, site, workspace } = parts;
  const rendered = renderPage(unmarkedDocument(parts.document), {
    title: settings.title,
    description: settings.description,
    language: settings.language,
    url: pageAddress(deps.urls, site, settings.path),
    siteName: site.name,
    forms,
    privacyNotice: privacyNoticeOf(workspace.privacySettings),
    formMessages: { ...formWords[publicLanguage(settings.language)] },
    scripts,
    iconUrl: "/favicon.svg",
    shareImageUrl: versionId && pageAddress(deps.urls, site, shareImagePath(versionId)),
    organization: workspace.privacySettings.controller,
    picture: (src) => pictureOf(parts.images, src),
    quotation: (id) => quotedWords(parts, id),
  });
  const styleHash = createHash("sha256").update(rendered.css).digest("base64");
  const csp = pageCsp(rendered, { styleHash, frameAncestors });
  const etag = createHash("sha256").update(rendered.html).update(csp).digest("base64url").slice(0, 27);
  return { html: rendered.html, csp, etag, heldImages: rendered.heldImages };
}
