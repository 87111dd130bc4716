import type { Component, Editor } from "grapesjs";
import { zonedInstant, zonedText } from "../document/zoned-time";
import { attribute, hasFlag, setAttribute, setText, tagOf } from "./component-parts";
import type { Setting, SettingsPanel } from "./setting";

const kindOf = (component: Component): string => attribute(component, "data-widget");

const textSetting = (component: Component, name: string, label: string, hint?: string): Setting => ({
  kind: "text",
  label,
  ...(hint ? { hint } : {}),
  get: () => attribute(component, name),
  set: (value) => setAttribute(component, name, value.trim()),
});

const numberSetting = (component: Component, name: string, label: string, hint?: string): Setting => ({
  kind: "number",
  label,
  min: 0,
  max: 1000,
  ...(hint ? { hint } : {}),
  get: () => attribute(component, name),
  set: (value) => setAttribute(component, name, value.trim()),
});

function boxSettings(component: Component): Setting[] {
  const trigger = attribute(component, "data-trigger") || "time";
  const after: Setting[] =
    trigger === "time"
      ? [numberSetting(component, "data-after", "Seconds after the page opened")]
      : trigger === "scroll"
        ? [numberSetting(component, "data-after", "After how much of the page, in percent")]
        : [];
  return [
    {
      kind: "choice",
      label: "When it opens",
      redraws: true,
      options: [
        ["time", "After some time"],
        ["scroll", "After scrolling"],
        ["exit", "When the pointer leaves the page"],
        ["click", "Only from a link"],
      ],
      get: () => trigger,
      set: (value) => setAttribute(component, "data-trigger", value),
    },
    ...after,
    {
      ...numberSetting(component, "data-again", "Days before it opens again"),
      hint: "Kept only for visitors who agreed to extras. Others see it once for each visit from elsewhere.",
    },
    textSetting(component, "aria-label", "Name for screen readers"),
  ];
}

/** Shows the moment in the words that visitors read. */
function drawMoment(component: Component, editor: Editor): void {
  const zone = attribute(component, "data-zone") || "UTC";
  const instant = zonedInstant(attribute(component, "datetime"), zone);
  const language = editor.Canvas.getDocument()?.documentElement.lang || "en";
  if (instant !== undefined) setText(component, zonedText(instant, zone, language));
}

const timeZones = (present: string): [string, string][] =>
  [...new Set(["UTC", present, ...Intl.supportedValuesOf("timeZone")])]
    .sort()
    .map((zone) => [zone, zone.replaceAll("_", " ")]);

function countdownSettings(component: Component, editor: Editor): Setting[] {
  const zone = () => attribute(component, "data-zone") || "UTC";
  const set = (name: string) => (value: string) => {
    setAttribute(component, name, value);
    drawMoment(component, editor);
  };
  return [
    {
      kind: "moment",
      label: "Ends at",
      get: () => attribute(component, "datetime"),
      set: set("datetime"),
    },
    {
      kind: "choice",
      label: "By the clock of",
      options: timeZones(zone()),
      get: zone,
      set: set("data-zone"),
    },
    numberSetting(
      component,
      "data-evergreen",
      "Minutes for each visitor",
      "Only for visitors who agreed to extras; everybody else sees the date. Leave it empty to count to the date.",
    ),
  ];
}

const embedHint: Record<string, string> = {
  video: "The link leads to YouTube or Vimeo. Nothing loads from there before somebody presses it.",
  map: "The link leads to OpenStreetMap or Google Maps. Nothing loads from there before somebody presses it.",
};

/** The film or map that a part is or stands in: whoever presses its words means the whole. */
function embedAround(component: Component): Component | undefined {
  if (Object.hasOwn(embedHint, kindOf(component))) return component;
  const parent = component.parent();
  return parent && embedAround(parent);
}

function embedSettings(component: Component): Setting[] {
  const link = embedAround(component);
  if (!link) return [];
  return [
    {
      kind: "url",
      label: kindOf(link) === "map" ? "Address of the map" : "Address of the film",
      hint: embedHint[kindOf(link)] ?? "",
      get: () => attribute(link, "href"),
      set: (value) => setAttribute(link, "href", value.trim()),
    },
  ];
}

const panel = (
  id: string,
  title: string,
  kinds: readonly string[],
  settings: (component: Component, editor: Editor) => Setting[],
): SettingsPanel => ({ id, title, applies: (component) => kinds.includes(kindOf(component)), settings });

const shareTargets: [string, string][] = [
  ["email", "E-mail"],
  ["whatsapp", "WhatsApp"],
  ["linkedin", "LinkedIn"],
  ["facebook", "Facebook"],
  ["x", "X"],
  ["bluesky", "Bluesky"],
];

const shareSettings = (component: Component): Setting[] => [
  {
    kind: "choice",
    label: "Passes the page on by",
    hint: "Nothing is asked of it before somebody presses the link.",
    options: shareTargets,
    get: () => attribute(component, "data-share"),
    set: (value) => setAttribute(component, "data-share", value),
  },
];

/** Settings of widgets: pop-ups, bars, countdowns and the like. */
export const widgetPanels: readonly SettingsPanel[] = [
  panel("widget-box", "Pop-up or bar", ["popup", "bar"], boxSettings),
  panel("widget-countdown", "Countdown", ["countdown"], countdownSettings),
  {
    id: "widget-embed",
    title: "Film or map",
    applies: (component) => embedAround(component) !== undefined,
    settings: embedSettings,
  },
  {
    id: "widget-share",
    title: "Share link",
    applies: (component) => tagOf(component) === "a" && hasFlag(component, "data-share"),
    settings: shareSettings,
  },
];
