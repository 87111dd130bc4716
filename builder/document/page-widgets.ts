import { attributeOf, descendants } from "./component-tree";
import { embedAddress } from "./embed-address";
import type { ProjectComponent } from "./project";
import { zonedInstant } from "./zoned-time";

const kinds = ["video", "map", "countdown", "popup", "bar"] as const;
export type WidgetKind = (typeof kinds)[number];

export function widgetKind(node: ProjectComponent): WidgetKind | undefined {
  const given = attributeOf(node, "data-widget");
  const kind = kinds.find((one) => one === given);
  if (kind === "video" || kind === "map") return node.tagName === "a" ? kind : undefined;
  return kind === "countdown" && node.tagName !== "time" ? undefined : kind;
}

export const shareTarget = (node: ProjectComponent): string | undefined => attributeOf(node, "data-share");

export const embedOf = (node: ProjectComponent) =>
  widgetKind(node) === "video" || widgetKind(node) === "map"
    ? embedAddress(attributeOf(node, "href"))
    : undefined;

export const instantOf = (node: ProjectComponent): number | undefined =>
  zonedInstant(attributeOf(node, "datetime") ?? "", attributeOf(node, "data-zone") ?? "UTC");

export interface PageWidgets {
  /** Some widget on the page needs its script. */
  needScript: boolean;
  /** Some widget on the page needs its rules. */
  needStyle: boolean;
  frameOrigins: string[];
}

export function findWidgets(root: ProjectComponent): PageWidgets {
  const nodes = descendants(root);
  const used = nodes.filter((node) => widgetKind(node) !== undefined);
  const embeds = used.flatMap((node) => embedOf(node) ?? []);
  const sharesNatively = nodes.some((node) => shareTarget(node) === "device");
  return {
    needScript: used.length > 0 || sharesNatively,
    needStyle: used.length > 0,
    frameOrigins: [...new Set(embeds.map(({ origin }) => origin))],
  };
}

/** The door to a film or map; the editor's canvas shows it too. */
export const doorCss =
  ":where([data-widget=video],[data-widget=map]){display:grid;place-content:center;gap:.5rem;aspect-ratio:16/9;padding:1.5rem;text-align:center;border:1px solid currentcolor;border-radius:12px}" +
  ':where([data-widget=video])::before{content:"";justify-self:center;border:solid transparent;border-width:1rem 0 1rem 1.75rem;border-left-color:currentcolor}';

/** A bar as it is painted; the editor's canvas shows it in its place among the sections. */
export const barCss =
  "[data-widget=bar]{padding:.75rem 3.5rem .75rem 1.25rem;background:var(--accent,#0b5f60);color:var(--accent-ink,#fff)}[data-widget=bar] a{color:inherit}[data-widget=bar] p{margin:0}";

export const widgetsCss =
  doorCss +
  barCss +
  "[data-embed] small{font-weight:400}.f-frame{display:block;width:100%;aspect-ratio:16/9;border:0;border-radius:12px}" +
  "[data-widget=countdown]{font-variant-numeric:tabular-nums}" +
  "dialog[data-widget]{max-width:min(34rem,calc(100vw - 2rem));max-height:calc(100vh - 2rem);overflow:auto;border:0;border-radius:12px;padding:2.5rem 1.75rem 1.75rem;color:inherit;background:var(--surface,#fff)}dialog[data-widget]::backdrop{background:rgb(0 0 0/.5)}dialog[data-widget]:target{display:block}" +
  "[data-widget=bar]{position:fixed;inset-inline:0;bottom:0;z-index:1000}[data-widget=bar][hidden]{display:none}" +
  ".f-close{position:absolute;inset-block-start:.5rem;inset-inline-end:.5rem;min-width:2.5rem;min-height:2.5rem;border:0;background:none;color:inherit;font:1.5rem/1 system-ui,sans-serif;cursor:pointer}";
