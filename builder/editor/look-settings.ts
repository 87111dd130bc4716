import type { Component, Editor } from "grapesjs";

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
