import { escapeHtml } from "../../document/escape-html";

export const words = escapeHtml;

export const each = <Item>(items: Item[], write: (item: Item) => string): string =>
  items.map(write).join("\n");
