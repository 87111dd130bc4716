import type { Component } from "grapesjs";
import { childrenOf, isTextNode } from "./component-parts";
import { isSavedSection } from "./saved-section";

export interface OutlineRow {
  component: Component;
  level: number;
  position: number;
  count: number;
  /** Undefined for a part without parts. */
  isOpen?: boolean;
}

const maxDepth = 10;

const isListed = (component: Component): boolean =>
  !isTextNode(component) && !component.is("svg-in") && !component.is("option");

/** Parts that are edited as one thing show nothing of their inside. */
const isWhole = (component: Component): boolean =>
  component.is("text") ||
  component.is("field") ||
  component.is("consent") ||
  component.is("svg") ||
  component.is("link") ||
  isSavedSection(component);

export const listedIn = (component: Component): Component[] =>
  isWhole(component) ? [] : childrenOf(component).filter(isListed);

/** The visible rows of the tree, from top to bottom. */
export function outlineRows(root: Component, isOpen: (component: Component) => boolean): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const walk = (parent: Component, level: number) => {
    const parts = listedIn(parent);
    parts.forEach((component, index) => {
      const inner = level < maxDepth ? listedIn(component).length : 0;
      const open = inner > 0 ? isOpen(component) : undefined;
      rows.push({ component, level, position: index + 1, count: parts.length, isOpen: open });
      if (open) walk(component, level + 1);
    });
  };
  walk(root, 1);
  return rows;
}
