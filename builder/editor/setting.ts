import { el, textButton } from "./dom";

/** One thing a person can change about the selected component. */
export type Setting =
  | { kind: "text" | "long" | "url"; label: string; hint?: string; get(): string; set(value: string): void }
  | {
      kind: "choice";
      label: string;
      hint?: string;
      options: [value: string, label: string][];
      get(): string;
      set(value: string): void;
    }
  | { kind: "tick"; label: string; hint?: string; get(): boolean; set(on: boolean): void }
  | { kind: "colour"; label: string; hint?: string; get(): string; set(value: string): void }
  | { kind: "button"; label: string; hint?: string; run(): void };

let count = 0;

/** The labelled control of a setting. Words are taken when the field is left, so that one undo takes back one change. */
function settingRow(setting: Setting): HTMLElement {
  if (setting.kind === "button")
    return el(
      "div",
      { className: "fe-row" },
      textButton(setting.label, () => setting.run()),
      hintFor(setting.hint),
    );
  count += 1;
  const id = `fe-setting-${count}`;
  const label = el("label", { htmlFor: id }, setting.label);
  if (setting.kind === "tick") {
    const box = el("input", { id, type: "checkbox", checked: setting.get() });
    box.addEventListener("change", () => setting.set(box.checked));
    return el("div", { className: "fe-row fe-row-tick" }, box, label, hintFor(setting.hint));
  }
  return el("div", { className: "fe-row" }, label, control(setting, id), hintFor(setting.hint));
}

const hintFor = (hint: string | undefined): HTMLElement | undefined =>
  hint ? el("p", { className: "fe-hint" }, hint) : undefined;

type Valued = Exclude<Setting, { kind: "button" | "tick" }>;

function control(setting: Valued, id: string): HTMLElement {
  if (setting.kind === "choice") {
    const select = el("select", { id });
    for (const [value, label] of setting.options) select.append(el("option", { value }, label));
    select.value = setting.get();
    select.addEventListener("change", () => setting.set(select.value));
    return select;
  }
  if (setting.kind === "colour") return colourControl(setting, id);
  const input =
    setting.kind === "long"
      ? el("textarea", { id, rows: 4, value: setting.get() })
      : el("input", {
          id,
          type: "text",
          inputMode: setting.kind === "url" ? "url" : "text",
          value: setting.get(),
        });
  input.addEventListener("change", () => setting.set(input.value));
  return input;
}

const hexColour = /^#[0-9a-f]{6}$/i;

function colourControl(setting: Valued, id: string): HTMLElement {
  const given = setting.get().trim();
  const picker = el("input", {
    type: "color",
    value: hexColour.test(given) ? given : "#ffffff",
    aria: { label: `${setting.label}: pick` },
  });
  const text = el("input", { id, type: "text", value: given, placeholder: "#0b5f60", spellcheck: false });
  picker.addEventListener("change", () => {
    text.value = picker.value;
    setting.set(picker.value);
  });
  text.addEventListener("change", () => {
    if (hexColour.test(text.value.trim())) picker.value = text.value.trim();
    setting.set(text.value.trim());
  });
  return el("div", { className: "fe-colour" }, picker, text);
}

export const settingGroup = (title: string, settings: Setting[]): HTMLElement | undefined =>
  settings.length > 0
    ? el("section", { className: "fe-group" }, el("h3", {}, title), ...settings.map(settingRow))
    : undefined;
