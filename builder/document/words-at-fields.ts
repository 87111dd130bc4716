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
  textIn,
} from "./component-tree";
import { groupLabel, labelOf } from "./field-labels";
import { layoutOf } from "./form-layout";
import type { PageDocument } from "./page-document";
import { type ProjectComponent, rootOf } from "./project";

export interface WordsAtField {
  /** Position of the form in `listForms`. */
  form: number;
  field: string;
  /** What a visitor reads between the field before and this one, labels of fields left out, and in the field itself. */
  words: string;
  /** Of the first field of a form: the last words above the form. */
  above?: string;
  /** Whether a label, placeholder or title says what the field asks for; else these words are all there is. */
  isNamed: boolean;
}

const longest = 400;

const isSeen = (field: ProjectComponent): boolean => inputType(field) !== "hidden";
const isChoiceType = (type: string): boolean => type === "radio" || type === "checkbox";
const read = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Labels of fields that are seen: a label of nothing, or of what is hidden, is words like any others. */
function ownLabels(form: ProjectComponent): Set<ProjectComponent> {
  const all = descendants(form);
  const seen = new Set(all.filter((node) => isField(node) && isSeen(node)));
  const ids = new Set([...seen].map((field) => attributeOf(field, "id") ?? ""));
  const isOwn = (label: ProjectComponent) => {
    const named = attributeOf(label, "for") ?? "";
    return (named !== "" && ids.has(named)) || descendants(label).some((node) => seen.has(node));
  };
  return new Set(all.filter((node) => isLabel(node) && isOwn(node)));
}

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

/** What stands in a field before it is filled in, and what appears over it; answers to choose from aside. */
function wordsIn(field: ProjectComponent): string[] {
  if (isChoiceType(inputType(field))) return [];
  const prompts =
    field.tagName === "select"
      ? descendants(field)
          .filter((one) => one.tagName === "option" && attributeOf(one, "disabled") !== undefined)
          .map((one) => attributeOf(one, "label") ?? textIn(one))
      : [field.tagName === "input" ? (attributeOf(field, "value") ?? "") : textIn(field)];
  return [...prompts, attributeOf(field, "title") ?? ""];
}

/** Of several boxes with one name the form knows the first alone; what the others ask for stands beside it. */
const wordsOfRepeat = (form: ProjectComponent, field: ProjectComponent): string[] =>
  isChoiceType(inputType(field)) ? [] : [labelOf(form, field), attributeOf(field, "placeholder") ?? ""];

function wordsInForm(form: ProjectComponent, position: number, above: string): WordsAtField[] {
  const found: WordsAtField[] = [];
  const known = new Set<string>();
  const labels = ownLabels(form);
  const helps = new Set(layoutOf(form).help.values());
  let words = "";
  const take = (field: ProjectComponent): void => {
    const name = attributeOf(field, "name");
    if (!name || !isSeen(field)) return;
    const isRepeat = known.has(name);
    const more = [...wordsIn(field), ...(isRepeat ? wordsOfRepeat(form, field) : [])];
    found.push({
      ...{ form: position, field: name, words: read([words, ...more].join(" ")).slice(-longest) },
      ...(known.size === 0 && above ? { above } : {}),
      isNamed: !isRepeat && isNamed(form, field),
    });
    known.add(name);
    words = "";
  };
  const visit = (node: ProjectComponent, isSilent: boolean): void => {
    if (isText(node)) {
      if (!isSilent) words += node.content ?? "";
      return;
    }
    if (isField(node)) {
      take(node);
      return;
    }
    if (node.tagName === "button") return;
    if (node.tagName === "img") words += ` ${attributeOf(node, "alt") ?? ""} `;
    const parts = inlineTags.has(node.tagName ?? "") && node.tagName !== "br" ? "" : " ";
    words += parts;
    for (const child of childrenOf(node)) visit(child, isSilent || labels.has(node) || helps.has(node));
    words += parts;
  };
  for (const child of childrenOf(form)) visit(child, false);
  return found;
}

/** The last words before each form, as far as they stand in no other one. */
function wordsAbove(root: ProjectComponent): Map<ProjectComponent, string> {
  const above = new Map<ProjectComponent, string>();
  let words = "";
  const visit = (node: ProjectComponent): void => {
    if (isText(node)) {
      words = `${words}${node.content ?? ""}`.slice(-2 * longest);
      return;
    }
    if (isForm(node)) {
      above.set(node, read(words).slice(-longest));
      words = "";
      return;
    }
    const parts = inlineTags.has(node.tagName ?? "") && node.tagName !== "br" ? "" : " ";
    words += parts;
    childrenOf(node).forEach(visit);
    words += parts;
  };
  visit(root);
  return above;
}

/** What stands beside the fields of a page without being their label: a name may ask for one thing and the words for another. */
export function listWordsAtFields(document: PageDocument): WordsAtField[] {
  const root = rootOf(document.project);
  const above = wordsAbove(root);
  return descendants(root)
    .filter(isForm)
    .flatMap((form, position) => wordsInForm(form, position, above.get(form) ?? ""))
    .filter((found) => found.words !== "" || found.above);
}
