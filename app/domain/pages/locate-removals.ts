import type { Removal } from "~builder/document/document-error";
import type { LeftOut } from "./page-package";

const maxLines = 20;
const maxText = 160;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const spaced = (text: string) => escaped(text).replace(/\s+/g, "\\s*");

/** How something that was left out is found again in the text it came from: the closest way first. */
function shapesOf(what: string): RegExp[] {
  const [, tag] = /^<([a-z][\w-]*)>$/i.exec(what) ?? [];
  if (tag) return [new RegExp(`<${escaped(tag)}\\b`, "i")];
  const [, name = "", value = ""] = /^([\w:-]+)="([^"]+)" on </.exec(what) ?? [];
  if (name)
    return [new RegExp(`\\s${escaped(name)}\\s*=\\s*["']?\\s*${escaped(value.trim().slice(0, 60))}`, "i")];
  const [, attribute] = /^([\w:-]+) on </.exec(what) ?? [];
  if (attribute) return [new RegExp(`\\s${escaped(attribute)}\\s*=`, "i")];
  const [, property, setting = ""] = /^([\w-]+): (.*)/s.exec(what) ?? [];
  if (property) {
    const whole = `${escaped(property)}\\s*:\\s*${spaced(setting.trim().slice(0, 60))}`;
    return [new RegExp(whole, "i"), new RegExp(`${escaped(property)}\\s*:`, "i")];
  }
  return what.length > 2 ? [new RegExp(escaped(what.slice(0, 80)), "i")] : [];
}

function linesWith(texts: ReadonlyMap<string, string>, shape: RegExp): LeftOut["lines"] {
  const lines: LeftOut["lines"] = [];
  for (const [file, text] of texts) {
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
      const at = shape.exec(line.length > 20_000 ? line.slice(0, 20_000) : line)?.index;
      if (at === undefined) continue;
      lines.push({
        file,
        line: index + 1,
        text: line
          .slice(Math.max(0, at - 30))
          .trim()
          .slice(0, maxText),
      });
      if (lines.length === maxLines) return lines;
    }
  }
  return lines;
}

/** Lines of the given files that speak of it, so that a person can look there. */
function locate(texts: ReadonlyMap<string, string>, what: string): LeftOut["lines"] {
  for (const shape of shapesOf(what)) {
    const lines = linesWith(texts, shape);
    if (lines.length > 0) return lines;
  }
  return [];
}

export const locateRemovals = (texts: ReadonlyMap<string, string>, removed: readonly Removal[]): LeftOut[] =>
  removed.map(({ what, why }) => ({ what, why, lines: locate(texts, what) }));
