import { consentSettings, fieldSettings, formSettings } from "./form-settings";
import type { SettingsPanel } from "./setting";

/** Settings of forms, fields and consent boxes. */
export const formPanels: readonly SettingsPanel[] = [
  {
    id: "form",
    title: "Form",
    applies: (component) => component.is("form"),
    settings: formSettings,
  },
  {
    id: "field",
    title: "Field",
    applies: (component) =>
      /^(?:field|input|textarea|select|checkbox|radio)$/.test(String(component.get("type") ?? "")),
    settings: fieldSettings,
  },
  {
    id: "consent",
    title: "Consent",
    applies: (component) => component.is("consent"),
    settings: consentSettings,
  },
];
