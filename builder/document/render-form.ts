import { attributeOf, childrenOf, descendants, isSubmit } from "./component-tree";
import { controlWords } from "./control-words";
import { attributesToHtml, escapeText } from "./escape-html";
import { type FormDefinition, tokenFieldName, trapFieldName } from "./form-definition";
import { stepsOf } from "./form-steps";
import { messagesFor } from "./message-names";
import { renderNotice } from "./privacy-notice";
import type { ProjectComponent } from "./project";
import { labelledFields } from "./render-field";
import { type Attributes, classOf, type RenderState } from "./render-state";

type RenderNodes = (nodes: ProjectComponent[], state: RenderState) => string;

const forEditorOnly = /^data-(?:next-|download|name$|remember$)/;

/** A form as visitors get it: our address and token, the trap for bots, and the privacy notice at its end. */
export function renderForm(node: ProjectComponent, state: RenderState, renderNodes: RenderNodes): string {
  const key = attributeOf(node, "data-form") ?? "";
  const definition = state.forms.get(key);
  if (!definition) return renderNodes(childrenOf(node), state);
  const target = Object.hasOwn(state.ctx.forms, key) ? state.ctx.forms[key] : undefined;
  const own = Object.entries(node.attributes ?? {}).filter(([name]) => !forEditorOnly.test(name));
  const steps = stepsOf(node);
  const attributes: Attributes = {
    class: classOf(node),
    ...Object.fromEntries(own),
    method: "post",
    action: target?.action,
    "accept-charset": "utf-8",
    enctype: definition.fields.some((field) => field.type === "file") ? "multipart/form-data" : undefined,
    "data-steps": steps.length > 0 ? String(steps.length) : undefined,
    "data-says": saysOf(definition, state),
  };
  state.form = definition;
  state.labelled = labelledFields(node);
  state.afterSteps = afterSteps(node, steps);
  const inner = renderNodes(childrenOf(node), state);
  state.form = undefined;
  state.afterSteps = undefined;
  const words = controlWords(state.ctx.language);
  const submit = descendants(node).some(isSubmit)
    ? ""
    : `<button${attributesToHtml({
        disabled: target ? undefined : "",
        "data-after-steps": steps.length > 0 ? "" : undefined,
      })}>${escapeText(state.words.send)}</button>`;
  const token = target
    ? `<input${attributesToHtml({ type: "hidden", name: tokenFieldName, value: target.token })}>`
    : "";
  const first = definition.steps?.[0] ?? "";
  const progress =
    steps.length > 0
      ? `<div class="f-progress"><div class="f-where" tabindex="-1" data-where>${escapeText(
          words.step.replace("{n}", "1").replace("{m}", String(steps.length)),
        )}: ${escapeText(first)}</div><progress value="1" max="${steps.length}" aria-hidden="true"></progress></div>`
      : "";
  const nav =
    steps.length > 0
      ? `<div class="f-nav"><button type="button" data-back hidden>${escapeText(words.previous)}</button>` +
        `<button type="button" data-next>${escapeText(words.next)}</button></div>`
      : "";
  const remember = definition.remember
    ? `<div class="f-remember"><label><input type="checkbox" data-remember><span>${escapeText(words.remember)}</span></label>` +
      `<button type="button" data-forget hidden>${escapeText(words.forget)}</button></div>`
    : "";
  const notice = renderNotice(state.ctx.privacyNotice, definition, state.words);
  return `<form${attributesToHtml(attributes)}>${token}${trap(state)}${progress}${inner}${nav}${remember}${submit}${notice}</form>`;
}

/** What belongs to the last step: all that stands beside the steps, such as the button. */
function afterSteps(
  form: ProjectComponent,
  steps: readonly ProjectComponent[],
): ReadonlySet<ProjectComponent> | undefined {
  const last = steps.at(-1);
  if (!last) return undefined;
  const found = new Set<ProjectComponent>();
  const visit = (node: ProjectComponent): void => {
    let behind = false;
    for (const child of childrenOf(node)) {
      if (child === last || descendants(child).includes(last)) {
        behind = true;
        if (child !== last) visit(child);
      } else if (behind) found.add(child);
    }
  };
  visit(form);
  return found;
}

function saysOf(definition: FormDefinition, state: RenderState): string | undefined {
  const { formMessages } = state.ctx;
  if (!formMessages) return undefined;
  const words = controlWords(state.ctx.language);
  const picked = messagesFor(definition).flatMap((name) => {
    const text = name === "step" ? words.step : formMessages[name];
    return text ? [[name, text]] : [];
  });
  return JSON.stringify(Object.fromEntries(picked));
}

/** People neither see it nor reach it by keyboard; programs that fill everything fall for it. */
const trap = (state: RenderState): string =>
  `<div class="f-trap" aria-hidden="true"><label>${escapeText(state.words.leaveEmpty)}` +
  `<input${attributesToHtml({ type: "text", name: trapFieldName, tabindex: "-1", autocomplete: "off" })}></label></div>`;
