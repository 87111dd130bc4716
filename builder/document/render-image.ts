import { densityOf } from "./dense-picture";
import { attributesToHtml, escapeHtml, escapeText } from "./escape-html";
import type { PagePicture, PictureSource } from "./page-picture";
import { mayBeWrapped } from "./picture-wrapping";
import type { ProjectComponent } from "./project";
import { type Attributes, classOf, type RenderState } from "./render-state";
import { isOwnSource } from "./safe-url";

/** A picture with its size, text and loading; one from another server stays a link until it is copied to ours. */
export function renderImage(node: ProjectComponent, state: RenderState): string {
  const given = node.attributes ?? {};
  const src = given.src;
  if (!src) return "";
  const isHeld = !isOwnSource(src) && state.ctx.remoteImages !== "load";
  if (isHeld) return renderHeld(src, given, state);
  const density = densityOf(given.srcset, src);
  const found = isOwnSource(src) && (density || !given.srcset) ? state.ctx.picture?.(src) : undefined;
  const known = found && inSize(found, density ?? 1);
  const said = sizeSaid(given, known);
  const place = state.pictures.get(node);
  const turn = place?.turn ?? "later";
  const isFree = place?.followsHeight && !given.width;
  const sizes = said && place ? place.sizes(said) : "100vw";
  const offered = known?.sources ?? [];
  const isWrapped = offered.length > 1 && !state.insidePicture && mayBeWrapped(node, state.placedSelectors);
  const own = isWrapped ? undefined : offered.find(({ type }) => type === "image/webp");
  const attributes: Attributes = {
    class: classOf(node),
    ...given,
    src: (isWrapped && known?.plain) || ownAddress(src, state),
    srcset: own ? sourceSet(own, state) : publicSourceSet(given.srcset, state),
    sizes: own ? sizes : given.sizes,
    alt: given.alt ?? "",
    ...(said && !isFree ? { width: String(said.width), height: String(said.height) } : {}),
    loading: given.loading ?? (turn === "later" ? "lazy" : undefined),
    fetchpriority: given.fetchpriority ?? (turn === "first" ? "high" : undefined),
    decoding: "async",
  };
  const img = `<img${attributesToHtml(attributes)}>`;
  if (!isWrapped) return img;
  state.wrapsPictures = true;
  const sources = offered.map(
    (source) => `<source${attributesToHtml({ type: source.type, srcset: sourceSet(source, state), sizes })}>`,
  );
  return `<picture class="f-picture">${sources.join("")}${img}</picture>`;
}

const ownAddress = (src: string, state: RenderState): string =>
  isOwnSource(src) && !/^data:/i.test(src) ? (state.ctx.assetUrl?.(src) ?? src) : src;

const sourceSet = ({ candidates }: PictureSource, state: RenderState): string =>
  candidates.map(({ src, width }) => `${ownAddress(src, state)} ${width}w`).join(", ");

const wholeNumber = (value: string | undefined): number | undefined =>
  /^\d{1,5}$/.test(value ?? "") && Number(value) > 0 ? Number(value) : undefined;

const inSize = ({ width, height, ...rest }: PagePicture, density: number): PagePicture => ({
  ...rest,
  width: Math.max(1, Math.round(width / density)),
  height: Math.max(1, Math.round(height / density)),
});

/** What the page says, the missing half of it by the picture's own shape. */
function sizeSaid(given: Attributes, known: PagePicture | undefined) {
  const width = wholeNumber(given.width);
  const height = wholeNumber(given.height);
  if (width && height) return { width, height };
  if (!known) return undefined;
  if (width) return { width, height: Math.max(1, Math.round((width * known.height) / known.width)) };
  if (height) return { width: Math.max(1, Math.round((height * known.width) / known.height)), height };
  return { width: known.width, height: known.height };
}

/** Invisible pictures exist to watch people: nothing of them is kept. */
const isBeacon = (given: Attributes): boolean =>
  [given.width, given.height].some((size) => size !== undefined && Number.parseFloat(size) <= 2);

function renderHeld(src: string, given: Attributes, state: RenderState): string {
  if (isBeacon(given)) return "";
  state.heldImages.push(src);
  const host = URL.canParse(src) ? new URL(src).host : "";
  const text = escapeText(`${given.alt?.trim() || state.words.picture}${host ? ` (${host})` : ""}`);
  if (state.insideLink) return `<span>${text}</span>`;
  return `<a href="${escapeHtml(src)}" rel="noopener noreferrer nofollow">${text}</a>`;
}

export function publicSourceSet(value: string | undefined, state: RenderState): string | undefined {
  const kept = (value ?? "")
    .split(", ")
    .map((candidate) => candidate.split(" "))
    .filter(([url = ""]) => url !== "" && (isOwnSource(url) || state.ctx.remoteImages === "load"))
    .map(([url = "", size]) =>
      [(isOwnSource(url) && state.ctx.assetUrl?.(url)) || url, size].filter(Boolean).join(" "),
    );
  return kept.length > 0 ? kept.join(", ") : undefined;
}
