import { inlineTags } from "./allowed-html";
import {
  attributeOf,
  childrenOf,
  descendants,
  inputType,
  isConsent,
  isField,
  isLabel,
  isText,
} from "./component-tree";
import type { ProjectComponent } from "./project";
import { quotationOf } from "./quotations";

const byTag = new Map(
  Object.entries({
    img: "image",
    video: "video",
    details: "details",
    table: "table",
    thead: "thead",
    tbody: "tbody",
    tfoot: "tfoot",
    tr: "row",
    td: "cell",
    th: "cell",
    svg: "svg",
    form: "form",
    textarea: "textarea",
    select: "select",
    option: "option",
    button: "button",
  }),
);

const isVisibleField = (node: ProjectComponent): boolean => isField(node) && inputType(node) !== "hidden";

/** The editor's component type, decided from the markup alone so that no stored type can mislead it. */
function componentType(node: ProjectComponent, inSvg: boolean): string | undefined {
  const tag = node.tagName ?? "div";
  if (inSvg) return tag === "svg" ? "svg" : "svg-in";
  if (tag === "input") {
    const type = inputType(node);
    return type === "checkbox" || type === "radio" ? type : "input";
  }
  const known = byTag.get(tag);
  if (known) return known;
  if (tag === "label") return labelType(node);
  if (isFieldBox(node)) return "field";
  if (tag === "a") return "link";
  return isEditableText(node) ? "text" : undefined;
}

function labelType(node: ProjectComponent): string {
  const fields = descendants(node).filter(isField);
  if (fields.length === 0) return "label";
  return fields.length === 1 && fields.some(isConsent) ? "consent" : "field";
}

/** A box around one visible field and its label: edited as one thing. */
function isFieldBox(node: ProjectComponent): boolean {
  if (node.tagName !== "div" && node.tagName !== "p") return false;
  const inner = descendants(node);
  const fields = inner.filter(isVisibleField);
  return (
    fields.length === 1 &&
    !fields.some(isConsent) &&
    inner.filter(isLabel).length === 1 &&
    inner.length <= 12 + optionCount(inner)
  );
}

const optionCount = (nodes: ProjectComponent[]): number =>
  nodes.filter((node) => node.tagName === "option").length;

function isEditableText(node: ProjectComponent): boolean {
  const children = childrenOf(node);
  return (
    children.some((child) => isText(child) && (child.content ?? "").trim() !== "") &&
    children.every(
      (child) => isText(child) || (inlineTags.has(child.tagName ?? "") && !isVisibleField(child)),
    )
  );
}

/** Drops what only some components may carry, so that equal pages have equal documents. */
export function settleComponent(node: ProjectComponent, inSvg = false): ProjectComponent {
  if (isText(node)) return { type: "textnode", content: node.content ?? "" };
  const within = inSvg || node.tagName === "svg";
  const keepsSpace = node.tagName === "pre" || node.tagName === "textarea";
  // What somebody said is kept with the testimonial, where the person can take it back.
  const children =
    quotationOf(node) !== undefined ? [] : keepsSpace ? childrenOf(node) : withoutIdleSpace(childrenOf(node));
  const type = node.type === "wrapper" ? "wrapper" : componentType(node, within);
  return {
    ...(type ? { type } : {}),
    ...(node.type === "wrapper" ? {} : { tagName: node.tagName }),
    ...(node.name ? { name: node.name } : {}),
    ...(Object.keys(node.attributes ?? {}).length > 0 ? { attributes: node.attributes } : {}),
    ...(node.classes && node.classes.length > 0 ? { classes: node.classes } : {}),
    ...(children.length > 0 ? { components: children.map((child) => settleComponent(child, within)) } : {}),
  };
}

function withoutIdleSpace(nodes: ProjectComponent[]): ProjectComponent[] {
  const merged: ProjectComponent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (isText(node) && last && isText(last)) {
      merged[merged.length - 1] = { type: "textnode", content: (last.content ?? "") + (node.content ?? "") };
    } else merged.push(node);
  }
  return merged.flatMap((node, index) => {
    if (!isText(node) || (node.content ?? "").trim() !== "") return [node];
    const between = [merged[index - 1], merged[index + 1]];
    const matters = between.every(
      (one) => one && inlineTags.has(one.tagName ?? "") && attributeOf(one, "type") !== "hidden",
    );
    return matters ? [{ type: "textnode", content: " " }] : [];
  });
}
