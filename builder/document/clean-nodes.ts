import { forbiddenTags, htmlTags, svgSources, svgTags, svgTold, tagReplacements } from "./allowed-html";
import { cleanAttributes } from "./clean-attributes";
import { stylePairs } from "./clean-styles";
import { DocumentError } from "./document-error";
import { type EmbedDoor, embedDoor } from "./embed-door";
import { withoutControls } from "./escape-html";
import { lazySource } from "./lazy-picture";
import type { ProjectComponent } from "./project";
import { readDeclarations } from "./read-css";
import { type RawNode, readHtmlFragment, textOfRaw } from "./read-html";
import { type Report, safeDeclarations } from "./style-rules";

const maxNodes = 20_000;
const maxDepth = 120;
const maxText = 200_000;

export interface CleanState {
  report: Report;
  nodes: number;
  /** Text of <style> elements met on the way, in order. */
  css: string[];
  inline: Map<ProjectComponent, Record<string, string | string[]>>;
  /** Addresses of pictures that a script was to load. */
  late: Set<string>;
}

export const newCleanState = (report: Report): CleanState => ({
  report,
  nodes: 0,
  css: [],
  inline: new Map(),
  late: new Set(),
});

export interface Place {
  depth: number;
  inSvg: boolean;
  inForm: boolean;
  /** Within what browsers without scripts were to show. */
  isWithoutScript?: boolean;
}

export const top: Place = { depth: 0, inSvg: false, inForm: false };

/** Tag of editor components that are stored without one. */
const defaultTags = new Map(
  Object.entries({
    wrapper: "body",
    link: "a",
    image: "img",
    video: "video",
    label: "label",
    table: "table",
    thead: "thead",
    tbody: "tbody",
    tfoot: "tfoot",
    row: "tr",
    cell: "td",
    svg: "svg",
    map: "iframe",
    iframe: "iframe",
    script: "script",
    form: "form",
    input: "input",
    checkbox: "input",
    radio: "input",
    textarea: "textarea",
    select: "select",
    option: "option",
    button: "button",
    consent: "label",
    details: "details",
  }),
);

type RawObject = Record<string, unknown>;

const isObject = (value: unknown): value is RawObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Component data or markup, of whatever origin, as components that are safe to store and to render. */
export function cleanNodes(raw: unknown, place: Place, state: CleanState): ProjectComponent[] {
  if (typeof raw === "string") return cleanNodes(readHtmlFragment(raw), place, state);
  if (Array.isArray(raw)) return raw.flatMap((one) => cleanNodes(one, place, state));
  return isObject(raw) ? cleanNode(raw, place, state) : [];
}

function cleanNode(raw: RawObject, place: Place, state: CleanState): ProjectComponent[] {
  state.nodes += 1;
  if (state.nodes > maxNodes)
    throw new DocumentError("too_many_elements", "", `It has more than ${maxNodes} elements.`);
  if (place.depth > maxDepth)
    throw new DocumentError("too_deep", "", `Elements are nested more than ${maxDepth} deep.`);
  if (raw.type === "textnode") return cleanText(raw.content);
  if (raw.type === "comment") return [];
  const tag = tagOf(raw);
  const inSvg = place.inSvg || tag === "svg";
  const lower = tag.toLowerCase();
  if (lower === "img" && place.isWithoutScript && state.late.has(textAt(raw, "src") ?? "")) return [];
  if (inSvg ? svgTags.has(tag) : htmlTags.has(lower))
    return [cleanElement(raw, inSvg ? tag : lower, place, state)];
  if (lower === "style") {
    keepStyleText(raw, state);
    return [];
  }
  const door = lower === "iframe" && !inSvg ? embedDoor((name) => textAt(raw, name)) : undefined;
  if (door) return [cleanDoor(door, place, state)];
  if (forbiddenTags.has(lower)) {
    state.report(`<${lower}>`, reasonFor(lower));
    return [];
  }
  if (inSvg && svgTold.has(lower)) state.report(`<${tag}>`, "Drawings keep plain shapes, colours and text.");
  if (inSvg && svgSources.has(lower)) return [];
  const plain = inSvg ? undefined : tagReplacements.get(lower);
  if (plain) return [cleanElement(raw, plain, place, state)];
  const isWithoutScript = place.isWithoutScript || lower === "noscript";
  return childrenOf(raw, { ...place, depth: place.depth + 1, isWithoutScript }, state);
}

const textAt = (raw: RawObject, name: string): string | undefined => {
  const value = isObject(raw.attributes) ? raw.attributes[name] : undefined;
  return typeof value === "string" ? value : undefined;
};

function cleanDoor({ kind, href, words }: EmbedDoor, place: Place, state: CleanState): ProjectComponent {
  state.report(
    "<iframe>",
    "It shows something of another server, which now loads when a visitor presses it.",
  );
  const inside = { tagName: "strong", components: [{ type: "textnode", content: words }] };
  const attributes = { href, "data-widget": kind };
  return cleanElement({ tagName: "a", attributes, components: [inside] }, "a", place, state);
}

const reasonFor = (tag: string): string =>
  tag === "script"
    ? "Pages run no scripts of their own."
    : tag === "link" || tag === "meta" || tag === "title" || tag === "base"
      ? "The head of a page is made from its settings."
      : "This element could load or run something from outside.";

function cleanText(content: unknown): ProjectComponent[] {
  if (typeof content !== "string" || content === "") return [];
  return [{ type: "textnode", content: withoutControls(content).slice(0, maxText) }];
}

function tagOf(raw: RawObject): string {
  if (typeof raw.tagName === "string" && raw.tagName !== "") return raw.tagName.slice(0, 60);
  return (typeof raw.type === "string" ? defaultTags.get(raw.type) : undefined) ?? "div";
}

function keepStyleText(raw: RawObject, state: CleanState): void {
  const text =
    textOfRaw(Array.isArray(raw.components) ? (raw.components as RawNode[]) : []) +
    (typeof raw.content === "string" ? raw.content : "");
  const media = isObject(raw.attributes) ? raw.attributes.media : undefined;
  state.css.push(typeof media === "string" && media.trim() ? `@media ${media}{${text}}` : text);
}

function childrenOf(raw: RawObject, place: Place, state: CleanState): ProjectComponent[] {
  const fromContent =
    typeof raw.content === "string" && raw.content ? cleanNodes(raw.content, place, state) : [];
  return [...fromContent, ...cleanNodes(raw.components ?? [], place, state)];
}

/** The address of a picture, where it stands as a property of the component, or waits for a script. */
function sourceOf(raw: RawObject, attributes: RawObject, state: CleanState): { src?: string } {
  if (typeof raw.src === "string" && !attributes.src) return { src: raw.src };
  const lazy = lazySource((name) => textAt(raw, name));
  if (!lazy) return {};
  state.late.add(lazy);
  return { src: lazy };
}

const textOnly = new Set(["textarea", "option", "title", "desc"]);
const childless = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);

function cleanElement(raw: RawObject, given: string, place: Place, state: CleanState): ProjectComponent {
  const inSvg = place.inSvg || given === "svg";
  const tag = (given === "form" && place.inForm) || (given === "body" && place.depth > 0) ? "div" : given;
  const attributes = isObject(raw.attributes) ? raw.attributes : {};
  const source = tag === "img" ? sourceOf(raw, attributes, state) : {};
  const component: ProjectComponent = {
    tagName: tag,
    attributes: cleanAttributes(tag, { ...attributes, ...source }, inSvg, state.report),
    classes: classesOf(raw, attributes),
  };
  if (typeof raw.type === "string") component.type = raw.type;
  const label = raw["custom-name"] ?? raw.name;
  if (typeof label === "string" && label.trim()) component.name = withoutControls(label).slice(0, 80);
  keepInlineStyle(component, raw.style ?? attributes.style, state);
  const inForm = place.inForm || tag === "form";
  const inner = { ...place, depth: place.depth + 1, inSvg, inForm };
  const children = childless.has(tag) ? [] : childrenOf(raw, inner, state);
  component.components = textOnly.has(tag) ? cleanText(plainText(children)) : children;
  return component;
}

const plainText = (nodes: ProjectComponent[]): string =>
  nodes.map((node) => node.content ?? plainText(node.components ?? [])).join("");

function classesOf(raw: RawObject, attributes: RawObject): string[] {
  const listed = Array.isArray(raw.classes) ? raw.classes : [];
  const names = listed.map((one) => (isObject(one) ? one.name : one));
  const written = typeof attributes.class === "string" ? attributes.class.split(/\s+/) : [];
  const all = [...names, ...written].filter((name): name is string => typeof name === "string");
  return [...new Set(all.map((name) => name.replace(/^\./, "")))].filter((name) =>
    /^[^\s<>"'`]{1,100}$/.test(name),
  );
}

function keepInlineStyle(component: ProjectComponent, style: unknown, state: CleanState): void {
  if (!style) return;
  const pairs = typeof style === "string" ? readDeclarations(style) : stylePairs(style);
  const kept = safeDeclarations(pairs, state.report);
  if (Object.keys(kept).length > 0) state.inline.set(component, kept);
}
