import type { Component, Editor } from "grapesjs";

interface Named {
  label: string;
  hint?: string;
  /** Draws the panel anew after a change, because other settings depend on this one. */
  redraws?: boolean;
}

/** One thing a person can change about the selected component. */
export type Setting = Named &
  (
    | { kind: "text" | "long" | "url" | "date" | "moment"; get(): string; set(value: string): void }
    | {
        kind: "number";
        min?: number;
        max?: number;
        step?: number | "any";
        get(): string;
        set(value: string): void;
      }
    | { kind: "choice"; options: [value: string, label: string][]; get(): string; set(value: string): void }
    | { kind: "tick"; get(): boolean; set(on: boolean): void }
    | { kind: "colour"; get(): string; set(value: string): void }
    | { kind: "button"; run(): void }
    /** Anything else: an element that labels itself. */
    | { kind: "part"; render(): HTMLElement }
  );

/** A group of settings for the components it applies to; `settings-panels.ts` lists them all. */
export interface SettingsPanel {
  id: string;
  title: string;
  applies(component: Component): boolean;
  settings(component: Component, editor: Editor): Setting[];
}
