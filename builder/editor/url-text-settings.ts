import type { Component } from "grapesjs";
import { wordTags } from "../document/url-text";
import { attribute, childrenOf, hasFlag, isTextNode, setAttribute, tagOf, textOf } from "./component-parts";
import type { Setting, SettingsPanel } from "./setting";

const isSlot = (component: Component): boolean => hasFlag(component, "data-url-text");

/** Words that may hold a place, and places themselves. */
const mayHold = (component: Component): boolean =>
  wordTags.has(tagOf(component)) && childrenOf(component).some((child) => isTextNode(child) || isSlot(child));

const slotSettings = (slot: Component): Setting[] => [
  {
    kind: "text",
    label: "URL parameter",
    hint: "With city, the address …?city=Brno shows Brno here. Empty to show these words to everybody.",
    get: () => attribute(slot, "data-url-text"),
    set: (value) => setAttribute(slot, "data-url-text", value.trim().replace(/[^\w.-]/g, "")),
  },
  {
    kind: "number",
    label: "Most characters",
    min: 1,
    max: 120,
    get: () => attribute(slot, "data-url-max") || "40",
    set: (value) => setAttribute(slot, "data-url-max", value),
  },
  {
    kind: "long",
    label: "Only these words, one a line",
    hint: "Empty to take any short plain words. Addresses and numbers to call are never shown.",
    get: () => attribute(slot, "data-url-values"),
    set: (value) => setAttribute(slot, "data-url-values", value.trim()),
  },
];

const addSetting = (holder: Component): Setting => ({
  kind: "button",
  label: "Add words from the address",
  hint: `Puts a place at the end of “${textOf(holder).trim().slice(0, 40)}” that a URL parameter can fill.`,
  run: () => {
    if (!/(?:^|\s)$/.test(textOf(holder))) holder.append({ type: "textnode", content: " " });
    const [slot] = holder.append({
      tagName: "span",
      attributes: { "data-url-text": "city" },
      components: [{ type: "textnode", content: "your town" }],
    });
    if (slot) holder.em.setSelected(slot);
  },
});

export const urlTextPanels: readonly SettingsPanel[] = [
  {
    id: "url-text",
    title: "Words from the address",
    applies: mayHold,
    settings: (component) => (isSlot(component) ? slotSettings(component) : [addSetting(component)]),
  },
];
