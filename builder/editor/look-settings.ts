import type { Component, Editor } from "grapesjs";

import { defaultTheme, themeProperties } from "../document/page-theme";
import type { Setting } from "./setting";

type StyleTarget = Exclude<Parameters<Editor["StyleManager"]["select"]>[0], string | unknown[]>;

/** The editor picks the rule of this component for the device shown. */
const target = (editor: Editor, component: Component): void =>
  void editor.StyleManager.select(component as unknown as StyleTarget);

/** Sets a style of the component for the device shown, as a rule of its own. */
function styleSetting(
  editor: Editor,
  component: Component,
  property: string,
  rest: { label: string; hint?: string } & (
    | { kind: "colour" }
    | { kind: "choice"; options: [string, string][] }
  ),
): Setting {
  const rule = () => editor.StyleManager.getSelected();
  return {
    ...rest,
    get: () => String(rule()?.getStyle()[property] ?? ""),
    set: (value: string) => {
      target(editor, component);
      editor.StyleManager.addStyleTargets({ [property]: value }, {});
    },
  };
}

const spaces: [string, string][] = [
  ["", "As designed"],
  ["0", "None"],
  ["1rem", "Tight"],
  ["2.5rem", "Easy"],
  ["4.5rem", "Roomy"],
  ["7rem", "Very roomy"],
];

export function lookSettings(editor: Editor, component: Component): Setting[] {
  if (component.is("wrapper") || component.is("svg") || component.is("svg-in")) return [];
  target(editor, component);
  const choice = (property: string, label: string, options: [string, string][]) =>
    styleSetting(editor, component, property, { kind: "choice", label, options });
  const colour = (property: string, label: string) =>
    styleSetting(editor, component, property, { kind: "colour", label });
  const text = [
    choice("text-align", "Text stands", [
      ["", "As designed"],
      ["start", "At the start"],
      ["center", "In the middle"],
      ["end", "At the end"],
    ]),
    choice("font-size", "Text size", [
      ["", "As designed"],
      ["0.875rem", "Small"],
      ["1.0625rem", "Normal"],
      ["1.3125rem", "Large"],
      ["clamp(1.75rem, 1.2rem + 2vw, 2.5rem)", "Very large"],
      ["clamp(2.5rem, 1.4rem + 4vw, 4.25rem)", "Huge"],
    ]),
    colour("color", "Text colour"),
    colour("background-color", "Background colour"),
  ];
  const space = [
    choice("padding-top", "Space inside, above", spaces),
    choice("padding-bottom", "Space inside, below", spaces),
  ];
  const box = [
    choice("margin-top", "Space above", spaces),
    choice("margin-bottom", "Space below", spaces),
    choice("border-radius", "Corners", [
      ["", "As designed"],
      ["0", "Square"],
      ["8px", "A little round"],
      ["20px", "Round"],
      ["999px", "Fully round"],
    ]),
  ];
  return component.is("image") ? box : [...text, ...space, ...box];
}

const tokenRule = (editor: Editor) =>
  editor.Css.getAll().models.find((rule) => rule.get("selectorsAdd") === ":root" && !rule.get("mediaText"));

/** Whether the page was made from our blocks or templates, so that it has a brand to set. */
export const hasTokens = (editor: Editor): boolean => tokenRule(editor) !== undefined;

const serif = '"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif';
const sans = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';
const rounded =
  'ui-rounded,"SF Pro Rounded","Hiragino Maru Gothic ProN",Quicksand,Nunito,"Segoe UI",sans-serif';
const faces: [string, string][] = [
  [sans, "Plain"],
  [serif, "Bookish"],
  [rounded, "Rounded"],
  ['ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace', "Typewriter"],
];

/** Brand of the whole page: one rule of tokens that every block builds on. */
export function pageSettings(editor: Editor): Setting[] {
  const read = (token: string): string =>
    String(tokenRule(editor)?.getStyle()[token] ?? themeProperties(defaultTheme)[token] ?? "");
  const write = (token: string, value: string): void => {
    const rule = tokenRule(editor);
    if (rule && value) rule.setStyle({ ...rule.getStyle(), [token]: value });
  };
  const colour = (token: string, label: string): Setting => ({
    kind: "colour",
    label,
    get: () => read(token),
    set: (value) => write(token, value),
  });
  const choice = (token: string, label: string, options: [string, string][]): Setting => ({
    kind: "choice",
    label,
    options: options.some(([value]) => same(value, read(token)))
      ? options
      : [[read(token), "As it is"], ...options],
    get: () => options.find(([value]) => same(value, read(token)))?.[0] ?? read(token),
    set: (value) => write(token, value),
  });
  return [
    colour("--accent", "Accent"),
    colour("--accent-ink", "Text on accent"),
    colour("--ink", "Text"),
    colour("--ink-soft", "Quiet text"),
    colour("--paper", "Paper"),
    colour("--tint", "Tinted sections"),
    colour("--surface", "Cards"),
    choice("--display", "Headings", faces),
    choice("--font", "Text face", faces),
    choice("--radius", "Corners", [
      ["0px", "Square"],
      ["6px", "A little round"],
      ["12px", "Round"],
      ["22px", "Very round"],
    ]),
    choice("--width", "Width", [
      ["56rem", "Narrow"],
      ["68rem", "Normal"],
      ["82rem", "Wide"],
    ]),
  ];
}

const plain = (value: string): string => value.replace(/["'\s]/g, "");
const same = (one: string, other: string): boolean => plain(one) === plain(other);
