import type { Removal } from "~builder/document/document-error";
import type { LeftOut } from "./page-package";

const maxLines = 20;
const maxText = 160;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** How something that was left out is found again in the text it came from. */
function shapeOf(what: string): RegExp | undefined {
  const [, tag] = /^<([a-z][\w-]*)>$/i.exec(what) ?? [];
  if (tag) return new RegExp(`<${escaped(tag)}\\b`, "i");
  const [, name = "", value = ""] = /^([\w:-]+)="([^"]+)" on </.exec(what) ?? [];
  if (name)
    return new RegExp(`\\s${escaped(name)}\\s*=\\s*["']?\\s*${escaped(value.trim().slice(0, 60))}`, "i");
  const [, attribute] = /^([\w:-]+) on </.exec(what) ?? [];
  if (attribute) return new RegExp(`\\s${escaped(attribute)}\\s*=`, "i");
  const [, property] = /^([\w-]+): /.exec(what) ?? [];
  if (property) return new RegExp(`${escaped(property)}\\s*:`, "i");
  return what.length > 2 ? new RegExp(escaped(what.slice(0, 80)), "i") : undefined;
}

/** Lines of the given text that speak of it, so that a person can look there. */
export function locate(text: string, what: string): LeftOut["lines"] {
  const shape = shapeOf(what);
  if (!shape) return [];
  const lines: LeftOut["lines"] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const at = shape.exec(line.length > 20_000 ? line.slice(0, 20_000) : line)?.index;
    if (at === undefined) continue;
    lines.push({
      line: index + 1,
      text: line
        .slice(Math.max(0, at - 30))
        .trim()
        .slice(0, maxText),
    });
    if (lines.length === maxLines) break;
  }
  return lines;
}

export const locateRemovals = (text: string, removed: readonly Removal[]): LeftOut[] =>
  removed.map(({ what, why }) => ({ what, why, lines: locate(text, what) }));
