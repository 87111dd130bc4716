import { beginningOf } from "./beginning-of";
import { attributeOf, childrenOf, descendants, textIn } from "./component-tree";
import { attributesToHtml, escapeText } from "./escape-html";
import { embedOf, instantOf, shareTarget, widgetKind } from "./page-widgets";
import type { ProjectComponent } from "./project";
import { type Attributes, classOf, type RenderState } from "./render-state";
import { widgetWords } from "./widget-words";
import { zonedText } from "./zoned-time";

type RenderNodes = (nodes: ProjectComponent[], state: RenderState) => string;

const shareAddresses: Record<string, (url: string, title: string) => string> = {
  email: (url, title) => `mailto:?subject=${title}&body=${url}`,
  whatsapp: (url, title) => `https://wa.me/?text=${title}%20${url}`,
  linkedin: (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  facebook: (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  x: (url, title) => `https://x.com/intent/post?text=${title}&url=${url}`,
  bluesky: (url, title) => `https://bsky.app/intent/compose?text=${title}%20${url}`,
};

const own = (node: ProjectComponent): Attributes => ({ class: classOf(node), ...node.attributes });

function renderShare(
  node: ProjectComponent,
  state: RenderState,
  renderNodes: RenderNodes,
): string | undefined {
  const target = shareTarget(node) ?? "";
  const inner = () => renderNodes(childrenOf(node), state);
  if (target === "device") {
    const attributes = { ...own(node), type: "button", hidden: "" };
    return `<button${attributesToHtml(attributes)}>${inner()}</button>`;
  }
  const address = Object.hasOwn(shareAddresses, target) ? shareAddresses[target] : undefined;
  if (!address || node.tagName !== "a") return undefined;
  const href = address(encodeURIComponent(state.ctx.url), encodeURIComponent(state.ctx.title));
  const attributes = { ...own(node), href, rel: "noopener noreferrer", referrerpolicy: "no-referrer" };
  return `<a${attributesToHtml(attributes)}>${inner()}</a>`;
}

/** What a pop-up is called where nobody named it: as its heading, or as its first words. */
function nameOfBox(node: ProjectComponent): string {
  const heading = descendants(node).find(({ tagName }) => /^h[1-6]$/.test(tagName ?? ""));
  return beginningOf(textIn(heading ?? node).trim(), 80);
}

function renderBox(node: ProjectComponent, state: RenderState, renderNodes: RenderNodes): string {
  const { close } = widgetWords(state.ctx.language);
  const isPopup = widgetKind(node) === "popup";
  const label = attributeOf(node, "aria-label") ?? nameOfBox(node);
  const attributes: Attributes = { ...own(node), "aria-label": label, ...(isPopup ? {} : { hidden: "" }) };
  const tag = isPopup ? "dialog" : "aside";
  const button = `<button${attributesToHtml({ type: "button", class: "f-close", "data-close": "", "aria-label": close })}>×</button>`;
  return `<${tag}${attributesToHtml(attributes)}>${renderNodes(childrenOf(node), state)}${button}</${tag}>`;
}

/** A widget as visitors get it: it works as plain words and links where no script runs. Undefined for everything else. */
export function renderWidget(
  node: ProjectComponent,
  state: RenderState,
  renderNodes: RenderNodes,
): string | undefined {
  if (shareTarget(node) !== undefined) return renderShare(node, state, renderNodes);
  const kind = widgetKind(node);
  if (kind === undefined) return undefined;
  if (kind === "popup" || kind === "bar") return renderBox(node, state, renderNodes);
  if (kind === "countdown") {
    const instant = instantOf(node);
    if (instant === undefined) return undefined;
    const { language } = state.ctx;
    const attributes = { ...own(node), datetime: new Date(instant).toISOString() };
    const zone = attributeOf(node, "data-zone") ?? "UTC";
    return `<time${attributesToHtml(attributes)}>${escapeText(zonedText(instant, zone, language))}</time>`;
  }
  const embed = embedOf(node);
  if (!embed) return undefined;
  const attributes = { ...own(node), "data-embed": embed.src, rel: "noopener noreferrer" };
  const loads = widgetWords(state.ctx.language).loads.replaceAll("{host}", embed.host);
  state.insideLink = true;
  const inner = renderNodes(childrenOf(node), state);
  state.insideLink = false;
  return `<a${attributesToHtml(attributes)}>${inner}<small>${escapeText(loads)}</small></a>`;
}
