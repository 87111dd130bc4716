import type { Component, Editor } from "grapesjs";
import { attribute } from "./component-parts";
import { contentPanels } from "./content-settings";
import { filmPanels } from "./film-settings";
import { formPanels } from "./form-settings-panels";
import { lookSettings } from "./look-settings";
import { quotationPanel } from "./quotations";
import { isSavedSection } from "./saved-section";
import type { SettingsPanel } from "./setting";
import { widgetPanels } from "./widget-settings";

const lookPanel: SettingsPanel = {
  id: "look",
  title: "Look",
  applies: (component) => attribute(component, "type") !== "hidden",
  settings: (component, editor) => lookSettings(editor, component),
};

/** In the order of the right-hand panel. A new kind of component adds its panel to one of these lists. */
const panels: readonly SettingsPanel[] = [
  ...formPanels,
  ...widgetPanels,
  ...filmPanels,
  quotationPanel,
  ...contentPanels,
  lookPanel,
];

/** The groups of settings of a component; empty groups are left out. A saved section has only what `more` says of it. */
export const settingsFor = (editor: Editor, component: Component, more: readonly SettingsPanel[]) =>
  [...(isSavedSection(component) ? [] : panels), ...more]
    .filter((panel) => panel.applies(component))
    .map((panel) => ({ title: panel.title, settings: panel.settings(component, editor) }))
    .filter(({ settings }) => settings.length > 0);
