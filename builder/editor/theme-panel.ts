import type { Editor } from "grapesjs";
import type { EditorBlocks } from "../blocks/editor-blocks";
import { contrastOf, readableContrast, readableOn } from "../document/contrast";
import type { PageTheme, ThemeColours } from "../document/page-theme";
import { themeLimits } from "../document/page-theme";
import { palettes } from "../document/palettes";
import { type TypePairId, typePairs } from "../document/type-pairs";
import { addRules } from "./block-rules";
import { el, textButton } from "./dom";
import { keepingFocus, whenReleased } from "./keep-focus";
import type { Setting } from "./setting";
import { settingGroup } from "./setting-group";
import { setTheme, themeOf, tryTheme } from "./theme-rule";

type Change = (theme: PageTheme) => PageTheme;

/** Buttons of which one is chosen; the arrows walk, as among radio buttons. */
function choices<Id extends string>(
  label: string,
  className: string,
  options: { id: Id; name: string; parts: (Node | string)[] }[],
  chosen: Id | undefined,
  choose: (id: Id) => void,
): HTMLElement {
  const group = el("div", { className, role: "radiogroup", aria: { label } });
  const buttons = options.map(({ id, name, parts }, index) => {
    const isChosen = id === chosen;
    const button = el(
      "button",
      {
        type: "button",
        role: "radio",
        className: "fe-choice",
        title: name,
        tabIndex: isChosen || (chosen === undefined && index === 0) ? 0 : -1,
        aria: { checked: String(isChosen) },
      },
      ...parts,
    );
    button.addEventListener("click", () => choose(id));
    return button;
  });
  group.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = buttons[(at + step + buttons.length) % buttons.length];
    next?.focus();
    next?.click();
  });
  group.append(...buttons);
  return group;
}

function swatch({ paper, accent, second, ink }: ThemeColours): HTMLElement {
  const element = el("span", { className: "fe-swatch keeps-colours" });
  for (const colour of [paper, accent, second, ink]) {
    const part = el("span");
    part.style.background = colour;
    element.append(part);
  }
  return element;
}

function sample(id: TypePairId): (Node | string)[] {
  const pair = typePairs[id];
  const display = el("span", { className: "fe-sample", aria: { hidden: "true" } }, "Aa");
  display.style.fontFamily = pair.display;
  display.style.fontWeight = String(pair.weight);
  const [name = pair.name, note] = pair.name.split(", ");
  return [display, el("span", {}, name, note ? el("small", {}, ` ${note}`) : undefined)];
}

const colourNames: [keyof ThemeColours, string, string?][] = [
  ["accent", "Accent", "Buttons, links and signs."],
  ["accentInk", "Words on the accent"],
  ["second", "Second colour", "Drawings and marks, never words."],
  ["ink", "Words"],
  ["inkSoft", "Quiet words"],
  ["paper", "Paper"],
  ["tint", "Sections set apart"],
  ["surface", "Cards and fields"],
  ["line", "Lines"],
];

const grounds: [keyof ThemeColours, keyof ThemeColours, string][] = [
  ["accentInk", "accent", "Words on the accent"],
  ["ink", "paper", "Words on paper"],
  ["inkSoft", "paper", "Quiet words on paper"],
  ["inkSoft", "tint", "Quiet words on sections set apart"],
  ["ink", "surface", "Words on cards"],
  ["accent", "paper", "Links on paper"],
];

/** Says which words are too faint to read, and how far they are from it. */
function faintWords({ colours }: PageTheme): HTMLElement[] {
  return grounds.flatMap(([words, ground, name]) => {
    const contrast = contrastOf(colours[words], colours[ground]);
    if (contrast === undefined || contrast >= readableContrast) return [];
    return [
      el(
        "p",
        { className: "fe-warning" },
        `${name}: ${contrast.toFixed(1)} to 1 is too faint; 4.5 to 1 can be read by everyone.`,
      ),
    ];
  });
}

function colourSettings(theme: PageTheme, change: (change: Change) => void): Setting[] {
  return colourNames.map(([name, label, hint]) => ({
    kind: "colour",
    label,
    hint,
    get: () => theme.colours[name],
    set: (value) =>
      change((now) => {
        const colours = { ...now.colours, [name]: value };
        const isFaint = (contrastOf(colours.accentInk, colours.accent) ?? 21) < readableContrast;
        if (name === "accent" && isFaint) colours.accentInk = readableOn(colours.accent);
        return { ...now, colours };
      }),
  }));
}

type Measure = keyof typeof themeLimits;

function slider(
  editor: Editor,
  theme: PageTheme,
  [name, label, step, unit]: [Measure, string, number, string],
  change: (change: Change) => void,
): Setting {
  const words = (value: number) => (name === "spacing" ? `${Math.round(value * 100)} %` : `${value} ${unit}`);
  const render = () => {
    const [min, max] = themeLimits[name];
    const id = `fe-theme-${name}`;
    const output = el("output", { htmlFor: id as never }, words(theme[name]));
    const input = el("input", {
      id,
      type: "range",
      min: String(min),
      max: String(max),
      step: String(step),
      value: String(theme[name]),
    });
    input.addEventListener("input", () => {
      output.textContent = words(input.valueAsNumber);
      tryTheme(editor, { ...theme, [name]: input.valueAsNumber });
    });
    input.addEventListener("change", () => change((now) => ({ ...now, [name]: input.valueAsNumber })));
    return el("div", { className: "fe-slider" }, el("label", { htmlFor: id }, label), output, input);
  };
  return { kind: "part", label, render };
}

const measures: [Measure, string, number, string][] = [
  ["radius", "Corners", 1, "px"],
  ["spacing", "Space around sections", 0.05, ""],
  ["width", "Width of the page", 2, "rem"],
];

/** The look of the whole page: colours, type, corners and space, which every section follows at once. */
export function themePanel(
  editor: Editor,
  { base }: EditorBlocks,
): { element: HTMLElement; refresh(): void } {
  const element = el("div", { className: "fe-panel" });
  const draw = () => {
    const theme = themeOf(editor);
    if (!theme) return element.replaceChildren(...withoutTheme());
    const isOpen = element.querySelector("details")?.open ?? false;
    const change = (make: Change) => {
      setTheme(editor, make(themeOf(editor) ?? theme));
      whenReleased(element, refresh);
    };
    const palette = palettes.find(({ colours }) => JSON.stringify(colours) === JSON.stringify(theme.colours));
    const paletteChoice = choices(
      "Finished colours",
      "fe-swatches",
      palettes.map(({ name, colours }) => ({
        id: name,
        name,
        parts: [swatch(colours), el("span", {}, name)],
      })),
      palette?.name,
      (id) => {
        const found = palettes.find(({ name }) => name === id);
        if (found) change((now) => ({ ...now, colours: { ...found.colours } }));
      },
    );
    const typeChoice = choices(
      "Type",
      "fe-pairs",
      (Object.keys(typePairs) as TypePairId[]).map((id) => ({
        id,
        name: typePairs[id].name,
        parts: sample(id),
      })),
      theme.type,
      (type) => change((now) => ({ ...now, type })),
    );
    const part = (label: string, made: HTMLElement): Setting => ({ kind: "part", label, render: () => made });
    element.replaceChildren(
      settingGroup("Colours", [part("Finished colours", paletteChoice)], refresh),
      ...faintWords(theme),
      el(
        "details",
        { className: "fe-more", open: isOpen },
        el("summary", {}, "Each colour"),
        settingGroup("Your brand", colourSettings(theme, change), refresh),
      ),
      settingGroup("Type", [part("Type", typeChoice)], refresh),
      settingGroup(
        "Shape",
        measures.map((measure) => slider(editor, theme, measure, change)),
        refresh,
      ),
    );
  };
  const refresh = () => keepingFocus(element, draw);
  const withoutTheme = () => [
    el(
      "p",
      { className: "fe-empty" },
      "This page brings styles of its own. Give it a look here and our sections follow it; its own rules stay.",
    ),
    textButton("Give the page a look", () => {
      addRules(editor, [], base);
      refresh();
    }),
  ];
  editor.on("undo redo", refresh);
  return { element, refresh };
}
