import type { Component, Editor } from "grapesjs";
import { phoneRules } from "../document/countries";
import { countryList } from "../document/render-field";
import { attribute, tagOf } from "./component-parts";
import { kindOf } from "./form-fields";

/** Words that are written in place are read back from the canvas: nothing may stand among them. */
const standsInWords = (component: Component): boolean =>
  component.parents().some((around: Component) => around.is("text"));

/**
 * Shows the list of countries beside telephone fields on the canvas, as visitors get it. Like there it shares a frame
 * with the field, so that every part keeps its place among its neighbours. It is no part of the page: nothing of it is stored.
 */
export function showCanvasCountries(editor: Editor, language = "en"): void {
  const frames = new Map<Component, HTMLElement>();
  const tidy = () => {
    for (const [component, frame] of frames) {
      const input = component.getEl();
      if (input && frame.contains(input)) continue;
      frame.remove();
      frames.delete(component);
    }
  };
  const draw = (component: Component) => {
    const input = component.getEl();
    if (!input || tagOf(component) !== "input" || kindOf(component) !== "tel") return;
    const name = attribute(component, "name");
    const rules = phoneRules((one) => component.getAttributes()[one]);
    const frame = frames.get(component);
    if (!rules.countries || standsInWords(component)) {
      frame?.replaceWith(input);
      frames.delete(component);
      return;
    }
    const shown = frame ?? input.ownerDocument.createElement("span");
    shown.className = "f-phone";
    if (input.parentElement !== shown) input.replaceWith(shown);
    shown.innerHTML = countryList({ name, ...rules }, language);
    shown.firstElementChild?.setAttribute("tabindex", "-1");
    shown.append(input);
    frames.set(component, shown);
  };
  editor.on("component:remove", tidy);
  editor.on("component:mount component:add component:update:attributes", (component: Component) => {
    draw(component);
    tidy();
  });
}
