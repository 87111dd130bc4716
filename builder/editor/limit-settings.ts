import type { Component } from "grapesjs";
import { attribute, hasFlag, setAttribute, setFlag } from "./component-parts";
import { phoneSettings } from "./phone-settings";
import type { Setting } from "./setting";

export const textAttribute = (component: Component, name: string, label: string, hint?: string): Setting => ({
  kind: "text",
  label,
  ...(hint ? { hint } : {}),
  get: () => attribute(component, name),
  set: (value) => setAttribute(component, name, value.trim()),
});

const numberAttribute = (
  component: Component,
  name: string,
  label: string,
  limits: { min?: number; max?: number; step?: number | "any" } = {},
): Setting => ({
  kind: "number",
  label,
  ...limits,
  get: () => attribute(component, name),
  set: (value) => setAttribute(component, name, value.trim()),
});

const fileKindWords: [string, string][] = [
  ["pdf", "PDF"],
  ["image", "Pictures"],
  ["document", "Documents"],
  ["sheet", "Spreadsheets"],
  ["slides", "Slides"],
  ["text", "Plain text and CSV"],
];

const fileSettings = (control: Component): Setting[] => {
  const kinds = () =>
    attribute(control, "data-accept")
      .split(/[\s,]+/)
      .filter(Boolean);
  return [
    ...fileKindWords.map(
      ([kind, label]): Setting => ({
        kind: "tick",
        label: `Takes ${label}`,
        get: () => kinds().includes(kind),
        set: (on) =>
          setAttribute(
            control,
            "data-accept",
            (on ? [...kinds(), kind] : kinds().filter((one) => one !== kind)).join(" "),
          ),
      }),
    ),
    numberAttribute(control, "data-max-mb", "Largest size in MB", { min: 0.1, max: 10, step: 0.1 }),
    {
      kind: "tick",
      label: "Several files (at most five)",
      get: () => hasFlag(control, "multiple"),
      set: (on) => setFlag(control, "multiple", on),
    },
  ];
};

const dayAttribute = (component: Component, name: string, label: string): Setting => ({
  kind: "date",
  label,
  get: () => attribute(component, name),
  set: (value) => setAttribute(component, name, value),
});

export const limitSettings = (control: Component, kind: string): Setting[] => {
  if (kind === "number")
    return [
      numberAttribute(control, "min", "Smallest", { step: "any" }),
      numberAttribute(control, "max", "Largest", { step: "any" }),
      numberAttribute(control, "step", "In steps of", { min: 0.0001, step: "any" }),
    ];
  if (kind === "date")
    return [dayAttribute(control, "min", "First day"), dayAttribute(control, "max", "Last day")];
  if (kind === "tel") return phoneSettings(control);
  if (kind === "file") return fileSettings(control);
  return kind === "text" || kind === "textarea"
    ? [numberAttribute(control, "maxlength", "Most characters", { min: 1, max: 10_000 })]
    : [];
};
