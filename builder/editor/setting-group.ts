import { el, textButton } from "./dom";
import type { Setting } from "./setting";

let count = 0;

type Redraw = () => void;
type Of<Kind extends Setting["kind"]> = Extract<Setting, { kind: Kind }>;
type Written = Of<"text" | "long" | "url" | "date" | "moment">;
type Valued = Written | Of<"number"> | Of<"choice"> | Of<"colour">;

const hintFor = (hint: string | undefined, id?: string): HTMLElement | undefined =>
  hint ? el("p", { className: "fe-hint", ...(id ? { id } : {}) }, hint) : undefined;

/** The labelled control of a setting. Words are taken when the field is left, so that one undo takes back one change. */
function settingRow(setting: Setting, redraw: Redraw): HTMLElement {
  if (setting.kind === "part") return el("div", { className: "fe-row" }, setting.render());
  if (setting.kind === "button") {
    const run = () => {
      setting.run();
      if (setting.redraws) redraw();
    };
    return el("div", { className: "fe-row" }, textButton(setting.label, run), hintFor(setting.hint));
  }
  count += 1;
  const id = `fe-setting-${count}`;
  const label = el("label", { htmlFor: id }, setting.label);
  const hint = hintFor(setting.hint, `${id}-hint`);
  const described = (control: HTMLElement): void => {
    if (hint) control.setAttribute("aria-describedby", hint.id);
  };
  if (setting.kind === "tick") {
    const box = el("input", { id, type: "checkbox", checked: setting.get() });
    described(box);
    box.addEventListener("change", () => {
      setting.set(box.checked);
      if (setting.redraws) redraw();
    });
    return el("div", { className: "fe-row fe-row-tick" }, box, label, hint);
  }
  const set = (value: string) => {
    setting.set(value);
    if (setting.redraws) redraw();
  };
  const { control, element = control } = controlOf(setting, id, set);
  described(control);
  return el("div", { className: "fe-row" }, label, element, hint);
}

interface Control {
  control: HTMLElement;
  element?: HTMLElement;
}

function controlOf(setting: Valued, id: string, set: (value: string) => void): Control {
  if (setting.kind === "choice") return { control: choiceControl(setting, id, set) };
  if (setting.kind === "colour") return colourControl(setting, id, set);
  if (setting.kind === "number") return { control: numberControl(setting, id, set) };
  if (setting.kind === "date" || setting.kind === "moment") return { control: dayControl(setting, id, set) };
  const input =
    setting.kind === "long"
      ? el("textarea", { id, rows: 3, value: setting.get() })
      : el("input", {
          id,
          type: "text",
          inputMode: setting.kind === "url" ? "url" : "text",
          value: setting.get(),
        });
  input.addEventListener("change", () => set(input.value));
  return { control: input };
}

function choiceControl(setting: Of<"choice">, id: string, set: (value: string) => void): HTMLElement {
  const select = el("select", { id });
  for (const [value, label] of setting.options) select.append(el("option", { value }, label));
  select.value = setting.get();
  select.addEventListener("change", () => set(select.value));
  return select;
}

function numberControl(setting: Of<"number">, id: string, set: (value: string) => void): HTMLElement {
  const { min, max, step } = setting;
  const input = el("input", { id, type: "number", value: setting.get(), step: String(step ?? 1) });
  if (min !== undefined) input.min = String(min);
  if (max !== undefined) input.max = String(max);
  input.addEventListener("change", () => {
    if (!input.reportValidity()) return;
    set(input.value);
  });
  return input;
}

function dayControl(setting: Written, id: string, set: (value: string) => void): HTMLElement {
  const type = setting.kind === "date" ? "date" : "datetime-local";
  const input = el("input", { id, type, value: setting.get() });
  input.addEventListener("change", () => {
    if (input.reportValidity()) set(input.value);
  });
  return input;
}

const hexColour = /^#[0-9a-f]{6}$/i;

function colourControl(setting: Of<"colour">, id: string, set: (value: string) => void): Control {
  const given = setting.get().trim();
  const picker = el("input", {
    type: "color",
    value: hexColour.test(given) ? given : "#ffffff",
    aria: { label: `${setting.label}: pick` },
  });
  const text = el("input", { id, type: "text", value: given, placeholder: "#0b5f60", spellcheck: false });
  picker.addEventListener("change", () => {
    text.value = picker.value;
    set(picker.value);
  });
  text.addEventListener("change", () => {
    if (hexColour.test(text.value.trim())) picker.value = text.value.trim();
    set(text.value.trim());
  });
  return { control: text, element: el("div", { className: "fe-colour" }, picker, text) };
}

export const settingGroup = (title: string, settings: Setting[], redraw: Redraw): HTMLElement =>
  el(
    "section",
    { className: "fe-group" },
    el("h3", {}, title),
    ...settings.map((setting) => settingRow(setting, redraw)),
  );
