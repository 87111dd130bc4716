import { attributeOf, childrenOf, descendants, isSubmit } from "./component-tree";
import { attributesToHtml, escapeText } from "./escape-html";
import { tokenFieldName, trapFieldName } from "./form-definition";
import { renderNotice } from "./privacy-notice";
import type { ProjectComponent } from "./project";
import { labelledFields } from "./render-field";
import { type Attributes, classOf, type RenderState } from "./render-state";

type RenderNodes = (nodes: ProjectComponent[], state: RenderState) => string;

const forEditorOnly = /^data-(?:next-|name$)/;

/** A form as visitors get it: our address and token, the trap for bots, and the privacy notice at its end. */
export function renderForm(node: ProjectComponent, state: RenderState, renderNodes: RenderNodes): string {
  const key = attributeOf(node, "data-form") ?? "";
  const definition = state.forms.get(key);
  if (!definition) return renderNodes(childrenOf(node), state);
  const target = Object.hasOwn(state.ctx.forms, key) ? state.ctx.forms[key] : undefined;
  const own = Object.entries(node.attributes ?? {}).filter(([name]) => !forEditorOnly.test(name));
  const attributes: Attributes = {
    class: classOf(node),
    ...Object.fromEntries(own),
    method: "post",
    action: target?.action,
    "accept-charset": "utf-8",
  };
  state.form = definition;
  state.labelled = labelledFields(node);
  const inner = renderNodes(childrenOf(node), state);
  state.form = undefined;
  const hasSubmit = descendants(node).some(isSubmit);
  const submit = hasSubmit
    ? ""
    : `<button${target ? "" : " disabled"}>${escapeText(state.words.send)}</button>`;
  const token = target
    ? `<input${attributesToHtml({ type: "hidden", name: tokenFieldName, value: target.token })}>`
    : "";
  const notice = renderNotice(state.ctx.privacyNotice, definition, state.words);
  return `<form${attributesToHtml(attributes)}>${token}${trap(state)}${inner}${submit}${notice}</form>`;
}

/** People neither see it nor reach it by keyboard; programs that fill everything fall for it. */
const trap = (state: RenderState): string =>
  `<div class="f-trap" aria-hidden="true"><label>${escapeText(state.words.leaveEmpty)}` +
  `<input${attributesToHtml({ type: "text", name: trapFieldName, tabindex: "-1", autocomplete: "off" })}></label></div>`;
