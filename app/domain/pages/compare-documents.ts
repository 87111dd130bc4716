import { listImages, listLinks, listTexts } from "~builder/document/document-contents";
import { listForms } from "~builder/document/document-forms";
import type { PageDocument } from "~builder/document/page-document";

/** One thing that differs: written anew, gone, or put in other words. */
export interface Difference {
  kind: "added" | "removed" | "changed";
  what: "words" | "link" | "picture" | "field";
  before?: string;
  after?: string;
}

export interface Comparison {
  differences: Difference[];
  /** Colours, type, corners or space of the whole page. */
  isLookChanged: boolean;
  /** Rules of single parts. */
  isStyleChanged: boolean;
  /** The same words in another order. */
  isOrderChanged: boolean;
}

const mostTexts = 1_200;

/** The longest common run of both lists, as pairs of indexes. */
function commonPairs(before: readonly string[], after: readonly string[]): [number, number][] {
  const [rows, columns] = [before.length, after.length];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const here = lengths[row];
      const below = lengths[row + 1];
      if (!here || !below) continue;
      here[column] =
        before[row] === after[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (before[row] === after[column]) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if ((lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return pairs;
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );

/** Share of words that two texts have in common. */
function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}

/** Texts between two that stayed: a gone one and a new one in the same place are one change if they are alike or alone. */
function pairUp(gone: readonly string[], written: readonly string[]): Difference[] {
  const left = [...written];
  const differences: Difference[] = [];
  for (const before of gone) {
    const isOnly = gone.length === 1 && written.length === 1;
    const at = isOnly ? 0 : left.findIndex((after) => likeness(before, after) >= 0.4);
    if (at >= 0 && left[at] !== undefined) {
      differences.push({ kind: "changed", what: "words", before, after: left[at] });
      left.splice(at, 1);
    } else differences.push({ kind: "removed", what: "words", before });
  }
  return [...differences, ...left.map((after): Difference => ({ kind: "added", what: "words", after }))];
}

function compareTexts(before: readonly string[], after: readonly string[]): Difference[] {
  const pairs: [number, number][] = [...commonPairs(before, after), [before.length, after.length]];
  let [row, column] = [0, 0];
  return pairs.flatMap(([toRow, toColumn]) => {
    const found = pairUp(before.slice(row, toRow), after.slice(column, toColumn));
    row = toRow + 1;
    column = toColumn + 1;
    return found;
  });
}

/** Things with a name: gone, new, or the same name with another value. */
function compareNamed(
  what: Difference["what"],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  words: (name: string, value: string) => string,
): Difference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name): Difference[] => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === is) return [];
    if (was === undefined) return [{ kind: "added", what, after: words(name, is ?? "") }];
    if (is === undefined) return [{ kind: "removed", what, before: words(name, was) }];
    return [{ kind: "changed", what, before: words(name, was), after: words(name, is) }];
  });
}

const linksOf = (document: PageDocument) =>
  new Map(listLinks(document).map(({ text, href }) => [text || href, href]));
const imagesOf = (document: PageDocument) => new Map(listImages(document).map(({ src, alt }) => [src, alt]));
/** By name and place among those of that name: the key of a form may change while nothing is asked otherwise. */
function fieldsOf(document: PageDocument): Map<string, string> {
  const found = new Map<string, string>();
  for (const field of listForms(document).flatMap(({ fields }) => fields)) {
    let count = 1;
    while (found.has(`${field.name} ${count}`)) count += 1;
    found.set(`${field.name} ${count}`, `${field.label}${field.required ? ", must be filled in" : ""}`);
  }
  return found;
}

/** What is different between two states of a page, in words for people. */
export function compareDocuments(before: PageDocument, after: PageDocument): Comparison {
  const texts = (document: PageDocument) =>
    listTexts(document)
      .map(({ text }) => text)
      .slice(0, mostTexts);
  const [was, is] = [texts(before), texts(after)];
  const words = compareTexts(was, is);
  const moved = new Set(
    words
      .filter(
        ({ kind, before: text }) =>
          kind === "removed" && words.some((one) => one.kind === "added" && one.after === text),
      )
      .map(({ before: text }) => text),
  );
  const differences = [
    ...words.filter((one) => one.kind === "changed" || !moved.has(one.before ?? one.after)),
    ...compareNamed("link", linksOf(before), linksOf(after), (name, href) => `${name} → ${href}`),
    ...compareNamed("picture", imagesOf(before), imagesOf(after), (src, alt) => alt || src),
    ...compareNamed("field", fieldsOf(before), fieldsOf(after), (_name, label) => label),
  ];
  return {
    differences,
    isLookChanged: JSON.stringify(before.theme) !== JSON.stringify(after.theme),
    isStyleChanged: JSON.stringify(before.project.styles) !== JSON.stringify(after.project.styles),
    isOrderChanged: moved.size > 0,
  };
}
