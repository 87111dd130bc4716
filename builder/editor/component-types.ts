import type { Component, Editor } from "grapesjs";
import { attribute, findWithin, hasFlag, isControl, tagOf, within } from "./component-parts";

const isElement = (node: Element, tag: string): boolean => node.tagName?.toLowerCase() === tag;

const controlsIn = (element: HTMLElement): Element[] =>
  Array.from(element.querySelectorAll("input,select,textarea")).filter(
    (control) => !/^(?:submit|button|reset|hidden)$/.test(control.getAttribute("type") ?? ""),
  );

const isConsentBox = (control: Element | undefined): boolean =>
  control?.getAttribute("type") === "checkbox" && /^consent_/.test(control.getAttribute("name") ?? "");

function isFieldBox(element: HTMLElement): boolean {
  const controls = controlsIn(element);
  if (controls.length !== 1 || isConsentBox(controls[0])) return false;
  const labels = element.querySelectorAll("label").length;
  return isElement(element, "label")
    ? labels === 0
    : labels === 1 && element.querySelectorAll("*").length <= 40;
}

/** Component types of forms. They match what the server decides from the markup. */
export function registerTypes(editor: Editor): void {
  const { Components } = editor;
  const control = (tag: string, name: string, test?: (element: HTMLElement) => boolean) => ({
    isComponent: (element: HTMLElement) => isElement(element, tag) && (test?.(element) ?? true),
    model: { defaults: { tagName: tag, name, droppable: false, traits: [] } },
  });
  const inputOf =
    (...types: string[]) =>
    (element: HTMLElement) =>
      types.includes(element.getAttribute("type") ?? "text");

  Components.addType("input", {
    ...control("input", "Field"),
    model: { defaults: { tagName: "input", name: "Field", void: true, droppable: false, traits: [] } },
  });
  Components.addType("checkbox", control("input", "Box to tick", inputOf("checkbox")));
  Components.addType("radio", control("input", "Choice", inputOf("radio")));
  Components.addType("textarea", control("textarea", "Long text field"));
  Components.addType("select", control("select", "Choice from a list"));
  Components.addType("option", {
    ...control("option", "Choice"),
    model: {
      defaults: {
        tagName: "option",
        name: "Choice",
        droppable: false,
        selectable: false,
        layerable: false,
        traits: [],
      },
    },
  });
  Components.addType("button", {
    extend: "text",
    isComponent: (element) => isElement(element, "button"),
    model: { defaults: { tagName: "button", name: "Button", traits: [] } },
  });
  Components.addType("form", {
    isComponent: (element) => isElement(element, "form"),
    model: {
      defaults: {
        tagName: "form",
        name: "Form",
        droppable: true,
        draggable: ":not(form):not(form *)",
        traits: [],
      },
    },
  });
  Components.addType("consent", {
    isComponent: (element) =>
      isElement(element, "label") && controlsIn(element).length === 1 && isConsentBox(controlsIn(element)[0]),
    model: { defaults: { tagName: "label", name: "Consent box", droppable: false, traits: [] } },
  });
  Components.addType("field", {
    isComponent: (element) =>
      (isElement(element, "div") || isElement(element, "p") || isElement(element, "label")) &&
      isFieldBox(element),
    model: { defaults: { name: "Field", droppable: false, traits: [] } },
  });
  // GrapesJS's own type keeps addresses beside the attributes, and knows films of others.
  Components.addType("video", {
    extend: "default",
    extendView: "default",
    isComponent: (element) => isElement(element, "video"),
    model: { defaults: { tagName: "video", name: "Film", droppable: false, traits: [] } },
  });
  Components.addType("details", {
    isComponent: (element) => isElement(element, "details"),
    model: { defaults: { tagName: "details", name: "Question", traits: [] } },
    view: {
      // Shown open while editing only: the stored component is not changed.
      onRender({ el }) {
        el.setAttribute("open", "");
      },
    },
  });
}

const tagNames: Record<string, string> = {
  a: "Link",
  article: "Article",
  aside: "Aside",
  blockquote: "Quotation",
  div: "Box",
  fieldset: "Choices",
  figure: "Figure",
  footer: "Footer",
  h1: "Main heading",
  h2: "Heading",
  h3: "Small heading",
  header: "Header",
  img: "Picture",
  li: "List item",
  main: "Main part",
  nav: "Navigation",
  ol: "Numbered list",
  p: "Paragraph",
  section: "Section",
  span: "Words",
  strong: "Words",
  summary: "Question",
  svg: "Drawing",
  track: "Captions",
  ul: "List",
  video: "Film",
};

const widgetNames: Record<string, string> = {
  bar: "Sticky bar",
  countdown: "Countdown",
  map: "Map",
  popup: "Pop-up",
  video: "Film elsewhere",
};

/** What people call a component. */
export function nameOf(component: Component): string {
  const given = component.get("custom-name");
  if (given) return String(given);
  if (component.is("wrapper")) return "Page";
  if (hasFlag(component, "data-step")) return "Step";
  if (hasFlag(component, "data-testimonial")) return "Testimonial";
  const widget = attribute(component, "data-widget");
  if (Object.hasOwn(widgetNames, widget)) return widgetNames[widget] ?? "Box";
  const type = String(component.get("type") ?? "");
  if (/^(?:form|field|consent|button|textarea|select|checkbox|radio|input|details)$/.test(type)) {
    return String(component.get("name") || "Field");
  }
  return Object.hasOwn(tagNames, tagOf(component)) ? (tagNames[tagOf(component)] ?? "Box") : "Box";
}

export const controlOf = (component: Component): Component | undefined =>
  isControl(component) ? component : findWithin(component, isControl);

export const labelOf = (component: Component): Component | undefined =>
  tagOf(component) === "label" ? component : within(component).find((one) => tagOf(one) === "label");
