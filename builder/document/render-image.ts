import { attributesToHtml, escapeHtml, escapeText } from "./escape-html";
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
  state.images += 1;
  const isFirst = state.images === 1;
  const size = given.width && given.height ? undefined : state.ctx.imageSize?.(src);
  const attributes: Attributes = {
    class: classOf(node),
    ...given,
    src: isOwnSource(src) && !/^data:/i.test(src) ? (state.ctx.assetUrl?.(src) ?? src) : src,
    srcset: publicSourceSet(given.srcset, state),
    alt: given.alt ?? "",
    ...(size ? { width: String(size.width), height: String(size.height) } : {}),
    loading: given.loading ?? (isFirst ? undefined : "lazy"),
    fetchpriority: given.fetchpriority ?? (isFirst ? "high" : undefined),
    decoding: "async",
  };
  return `<img${attributesToHtml(attributes)}>`;
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
