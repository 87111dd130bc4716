import type { SettingsPanel } from "./setting";

/** Settings of widgets: pop-ups, bars, countdowns and the like. */
export const widgetPanels: readonly SettingsPanel[] = [];
