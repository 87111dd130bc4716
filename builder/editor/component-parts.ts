import type { Component } from "grapesjs";

export const tagOf = (component: Component): string => String(component.get("tagName") ?? "").toLowerCase();

export const attribute = (component: Component, name: string): string => {
  const value = component.getAttributes()[name];
  return value === undefined || value === false ? "" : value === true ? name : String(value);
};

export function setAttribute(component: Component, name: string, value: string): void {
  if (value === "") component.removeAttributes(name);
  else component.addAttributes({ [name]: value });
}

export const hasFlag = (component: Component, name: string): boolean =>
  component.getAttributes()[name] !== undefined;

export function setFlag(component: Component, name: string, on: boolean): void {
  if (on) component.addAttributes({ [name]: true });
  else component.removeAttributes(name);
}

export const childrenOf = (component: Component): Component[] => component.components().models;

export const within = (component: Component): Component[] =>
  childrenOf(component).flatMap((child) => [child, ...within(child)]);

export function findWithin(component: Component, test: (one: Component) => boolean): Component | undefined {
  return within(component).find(test);
}

export const isControl = (component: Component): boolean =>
  /^(?:input|select|textarea)$/.test(tagOf(component)) &&
  !/^(?:submit|button|reset|hidden)$/.test(attribute(component, "type"));

export const isTextNode = (component: Component): boolean => component.is("textnode");

/** Plain text of a component, without that of controls inside it. */
export function textOf(component: Component): string {
  if (isTextNode(component)) return String(component.get("content") ?? "");
  return childrenOf(component)
    .filter((child) => !isControl(child))
    .map(textOf)
    .join("")
    .replace(/\s+/g, " ");
}

/** Replaces the words of a component by plain text; controls inside it stay. */
export function setText(component: Component, text: string): void {
  const children = childrenOf(component);
  const holder = children.find(
    (child) => !isTextNode(child) && !isControl(child) && within(child).some(isTextNode),
  );
  if (holder && children.some(isControl)) {
    setText(holder, text);
    for (const child of children.filter(isTextNode)) child.remove();
    return;
  }
  const first = children.findIndex((child) => !isControl(child));
  for (const child of children.filter((one) => !isControl(one))) child.remove();
  component.append({ type: "textnode", content: text }, { at: Math.max(0, first) });
}
