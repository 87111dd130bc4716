import { inlineTags } from "./allowed-html";
import {
  attributeOf,
  childrenOf,
  descendants,
  inputType,
  isField,
  isForm,
  isLabel,
  isText,
} from "./component-tree";
import { groupLabel, labelOf } from "./field-labels";
import { layoutOf } from "./form-layout";
import type { PageDocument } from "./page-document";
import { type ProjectComponent, rootOf } from "./project";

export interface WordsAtField {
  /** Position of the form in `listForms`. */
  form: number;
  field: string;
  /** What a visitor reads between the field before and this one, labels of fields left out. */
  words: string;
  /** Whether a label, placeholder or title says what the field asks for; else these words are all there is. */
  isNamed: boolean;
}

const longest = 400;

const isOwnLabel = (node: ProjectComponent): boolean =>
  isLabel(node) && (attributeOf(node, "for") !== undefined || descendants(node).some(isField));

/** The label of a choice says what one answer is, not what is asked. */
function isNamed(form: ProjectComponent, field: ProjectComponent): boolean {
  const name = attributeOf(field, "name");
  const type = inputType(field);
  const isChoice =
    type === "radio" ||
    (type === "checkbox" &&
      descendants(form).filter((one) => isField(one) && attributeOf(one, "name") === name).length > 1);
  if (isChoice) return groupLabel(form, field) !== "";
  return (
    ["placeholder", "title"].some((one) => attributeOf(field, one)?.trim()) || labelOf(form, field) !== ""
  );
}

function wordsInForm(form: ProjectComponent, position: number): WordsAtField[] {
  const found = new Map<string, WordsAtField>();
  const helps = new Set(layoutOf(form).help.values());
  let words = "";
  const visit = (node: ProjectComponent, isSilent: boolean): void => {
    if (isText(node)) {
      if (!isSilent) words += node.content ?? "";
      return;
    }
    if (isField(node)) {
      const name = attributeOf(node, "name");
      if (!name || attributeOf(node, "type") === "hidden") return;
      const read = words.replace(/\s+/g, " ").trim().slice(-longest);
      if (!found.has(name))
        found.set(name, { form: position, field: name, words: read, isNamed: isNamed(form, node) });
      words = "";
      return;
    }
    if (node.tagName === "button") return;
    const parts = inlineTags.has(node.tagName ?? "") && node.tagName !== "br" ? "" : " ";
    words += parts;
    for (const child of childrenOf(node)) visit(child, isSilent || isOwnLabel(node) || helps.has(node));
    words += parts;
  };
  for (const child of childrenOf(form)) visit(child, false);
  return [...found.values()];
}

/** What stands beside the fields of a page without being their label: a name may ask for one thing and the words for another. */
export const listWordsAtFields = (document: PageDocument): WordsAtField[] =>
  descendants(rootOf(document.project))
    .filter(isForm)
    .flatMap(wordsInForm)
    .filter(({ words }) => words !== "");
