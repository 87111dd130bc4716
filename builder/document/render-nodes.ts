import { attributeOf, childrenOf, isField, isForm, isSubmit, isText } from "./component-tree";
import { attributesToHtml, escapeText, voidTags } from "./escape-html";
import type { ProjectComponent } from "./project";
import { quotationOf, renderQuotation } from "./quotations";
import { besideField, fieldAttributes } from "./render-field";
import { renderForm } from "./render-form";
import { publicSourceSet, renderImage } from "./render-image";
import { type Attributes, classOf, type RenderState } from "./render-state";
import { renderWidget } from "./render-widget";
import { isOwnSource } from "./safe-url";
import { defaultOf, urlTextOf } from "./url-text";

export const renderNodes = (nodes: ProjectComponent[], state: RenderState): string =>
  nodes.map((node) => renderNode(node, state)).join("");

function renderNode(node: ProjectComponent, state: RenderState): string {
  if (isText(node)) return escapeText(node.content ?? "");
  if (isForm(node)) return renderForm(node, state, renderNodes);
  if (quotationOf(node) !== undefined) return renderQuotation(node, state);
  if (node.tagName === "img") return renderImage(node, state);
  const widget = renderWidget(node, state, renderNodes);
  if (widget !== undefined) return widget;
  const attributes = elementAttributes(node, state);
  if (!attributes) return "";
  const html = renderElement(node, attributes, state);
  return isField(node) ? besideField(node, html, state) : html;
}

function elementAttributes(node: ProjectComponent, state: RenderState): Attributes | undefined {
  const attributes: Attributes = { class: classOf(node), ...node.attributes };
  for (const name of ["src", "poster"]) {
    const src = attributes[name];
    if (src) attributes[name] = isOwnSource(src) ? (state.ctx.assetUrl?.(src) ?? src) : undefined;
  }
  if (node.tagName === "source") {
    attributes.srcset = publicSourceSet(attributes.srcset, state);
    return attributes.src || attributes.srcset ? attributes : undefined;
  }
  if (state.afterSteps?.has(node)) attributes["data-after-steps"] = "";
  if (attributes.target === "_blank") attributes.rel = "noopener noreferrer";
  if (isSubmit(node) && state.form && !state.ctx.forms[state.form.nodeKey]) attributes.disabled = "";
  if (node.tagName === "svg" && !attributes["aria-label"] && !attributes.role)
    attributes["aria-hidden"] = "true";
  return isField(node) ? fieldAttributes(node, attributes, state) : attributes;
}

function renderElement(node: ProjectComponent, attributes: Attributes, state: RenderState): string {
  const tag = node.tagName ?? "div";
  const open = `<${tag}${attributesToHtml(attributes)}>`;
  if (voidTags.has(tag)) return open;
  // The parser of a browser swallows the first line break in these.
  const lead = tag === "pre" || tag === "textarea" ? "\n" : "";
  const around = state.insideLink;
  state.insideLink = around || (tag === "a" && attributeOf(node, "href") !== undefined);
  const wasInPicture = state.insidePicture;
  state.insidePicture ||= tag === "picture";
  const inner = urlTextOf(node) ? escapeText(defaultOf(node)) : renderNodes(childrenOf(node), state);
  state.insideLink = around;
  state.insidePicture = wasInPicture;
  return `${open}${lead}${inner}</${tag}>`;
}
