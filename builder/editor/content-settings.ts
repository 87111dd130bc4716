import type { Component, Editor } from "grapesjs";
import { attribute, hasFlag, setAttribute, setText, tagOf, textOf, within } from "./component-parts";
import type { Setting, SettingsPanel } from "./setting";

function linkSettings(link: Component): Setting[] {
  return [
    {
      kind: "url",
      label: "Leads to",
      hint: "https://…, a path such as /about, #form, or mailto:name@example.org",
      get: () => attribute(link, "href"),
      set: (value) => setAttribute(link, "href", value.trim()),
    },
    {
      kind: "tick",
      label: "Open in a new tab",
      get: () => attribute(link, "target") === "_blank",
      set: (on) => setAttribute(link, "target", on ? "_blank" : ""),
    },
  ];
}

function pictureSettings(editor: Editor, picture: Component): Setting[] {
  return [
    {
      kind: "button",
      label: "Choose a picture",
      run: () => void editor.runCommand("foyer:choose-picture", { target: picture }),
    },
    {
      kind: "long",
      label: "What it shows",
      hint: "Read aloud to those who cannot see it. Leave it empty for mere decoration.",
      get: () => attribute(picture, "alt"),
      set: (value) => picture.addAttributes({ alt: value.trim() }),
    },
  ];
}

const headingLevels: [string, string][] = [
  ["h1", "Main heading (one a page)"],
  ["h2", "Heading"],
  ["h3", "Small heading"],
  ["p", "Paragraph"],
];

const levelSetting = (component: Component): Setting => ({
  kind: "choice",
  label: "Kind of text",
  options: headingLevels,
  get: () => tagOf(component),
  set: (tag) => void component.set("tagName", tag),
});

const sectionTones: [string, string][] = [
  ["", "Paper"],
  ["tinted", "Tinted"],
  ["call", "Accent"],
];

function sectionSettings(section: Component): Setting[] {
  return [
    {
      kind: "choice",
      label: "Background",
      options: sectionTones,
      get: () =>
        sectionTones.map(([tone]) => tone).find((tone) => tone && section.getClasses().includes(tone)) ?? "",
      set: (tone) => {
        for (const [one] of sectionTones) if (one) section.removeClass(one);
        if (tone) section.addClass(tone);
      },
    },
    {
      kind: "text",
      label: "Name for links",
      hint: "A link to #name jumps here.",
      get: () => (/^i[a-z0-9]{2,6}(?:-\d+)?$/.test(section.getId()) ? "" : attribute(section, "id")),
      set: (value) => {
        const id = value
          .trim()
          .replace(/^#/, "")
          .replace(/[^\w-]+/g, "-");
        if (id) section.setId(id);
      },
    },
  ];
}

/** A drawing or text without markup inside can be edited as one line. */
const plainWords = (component: Component): Setting[] =>
  within(component).every((one) => one.is("textnode"))
    ? [
        {
          kind: "long",
          label: "Words",
          get: () => textOf(component).trim(),
          set: (value) => setText(component, value.trim()),
        },
      ]
    : [];

/** What can be changed about the words, links and pictures of a component. */
function contentSettings(component: Component, editor: Editor): Setting[] {
  const tag = tagOf(component);
  if (tag === "img") return pictureSettings(editor, component);
  if (tag === "a") {
    const leadsItself = hasFlag(component, "data-share") || hasFlag(component, "data-widget");
    return [...plainWords(component), ...(leadsItself ? [] : linkSettings(component))];
  }
  if (hasFlag(component, "data-widget")) return [];
  if (headingLevels.some(([level]) => level === tag))
    return [...plainWords(component), levelSetting(component)];
  if (tag === "section") return sectionSettings(component);
  return tag === "button" || component.is("text") ? plainWords(component) : [];
}

const isPartOfForm = (component: Component): boolean =>
  /^(?:form|consent|field|input|textarea|select|checkbox|radio)$/.test(String(component.get("type") ?? ""));

export const contentPanels: readonly SettingsPanel[] = [
  {
    id: "content",
    title: "Content",
    applies: (component) => !isPartOfForm(component),
    settings: contentSettings,
  },
];
