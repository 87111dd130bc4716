import type { Component } from "grapesjs";
import { afterSendingSettings } from "./after-sending";
import { hasFlag, tagOf } from "./component-parts";
import { fieldSettings } from "./field-settings";
import { fieldOf } from "./form-fields";
import { consentSettings, formSettings, stepSettings } from "./form-settings";
import type { SettingsPanel } from "./setting";
import { urlTextPanels } from "./url-text-settings";

const isStep = (component: Component): boolean => hasFlag(component, "data-step");

/** A box around one question, or its control. */
const isField = (component: Component): boolean => {
  if (component.is("consent") || isStep(component)) return false;
  if (/^(?:field|input|textarea|select|checkbox|radio)$/.test(String(component.get("type") ?? "")))
    return true;
  return /^(?:fieldset|label)$/.test(tagOf(component)) && fieldOf(component)?.box === component;
};

/** Settings of forms, steps, fields and consent boxes, and of words that an address brings. */
export const formPanels: readonly SettingsPanel[] = [
  { id: "form", title: "Form", applies: (component) => component.is("form"), settings: formSettings },
  {
    id: "after-sending",
    title: "After sending",
    applies: (component) => component.is("form"),
    settings: afterSendingSettings,
  },
  { id: "step", title: "Step", applies: isStep, settings: stepSettings },
  { id: "field", title: "Field", applies: isField, settings: fieldSettings },
  {
    id: "consent",
    title: "Consent",
    applies: (component) => component.is("consent"),
    settings: consentSettings,
  },
  ...urlTextPanels,
];
