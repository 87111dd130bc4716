import { attributeOf, elementsIn, isField, isSubmit, textIn } from "~builder/document/component-tree";
import { contrastOf, readableContrast } from "~builder/document/contrast";
import { listForms } from "~builder/document/document-forms";
import type { PageDocument } from "~builder/document/page-document";
import { type ProjectComponent, rootOf } from "~builder/document/project";
import type { PageHint } from "./page-hint";
import { themePairs } from "./theme-pairs";

type Found = { node: ProjectComponent; path: string };

const warn = (hint: Omit<PageHint, "area" | "weight">): PageHint => ({
  ...hint,
  area: "access",
  weight: "warn",
});
const tip = (hint: Omit<PageHint, "area" | "weight">): PageHint => ({
  ...hint,
  area: "access",
  weight: "tip",
});

function headingHints(elements: readonly Found[]): PageHint[] {
  const found = elements.flatMap(({ node, path }) => {
    const level = /^h([1-6])$/.exec(node.tagName ?? "")?.[1];
    return level ? [{ level: Number(level), path, words: textIn(node) }] : [];
  });
  const hints: PageHint[] = [];
  const first = found.filter(({ level }) => level === 1);
  if (first.length === 0) {
    return [
      warn({
        id: "heading_missing",
        message: "The page has no main heading.",
        remedy:
          "Make its title a main heading, so that screen readers and search engines know what it is about.",
      }),
    ];
  }
  if (first.length > 1) {
    hints.push(
      tip({
        id: "heading_twice",
        message: `There are ${first.length} main headings.`,
        remedy: "Keep one, and make the others headings of sections.",
        path: first[1]?.path,
      }),
    );
  }
  const skipped = found.find(({ level }, index) => level > (found[index - 1]?.level ?? 1) + 1);
  if (skipped) {
    hints.push(
      warn({
        id: "heading_skipped",
        message: `A heading ${skipped.level} follows without the level above it.`,
        remedy: "Use the levels in order: they are the table of contents for screen readers.",
        path: skipped.path,
      }),
    );
  }
  const empty = found.find(({ words }) => words === "");
  if (empty) {
    hints.push(
      warn({
        id: "heading_empty",
        message: "A heading has no words.",
        remedy: "Write it, or remove it.",
        path: empty.path,
      }),
    );
  }
  return hints;
}

const isDecorated = (node: ProjectComponent): boolean =>
  attributeOf(node, "aria-hidden") === "true" || attributeOf(node, "role") === "presentation";

const imageHints = (elements: readonly Found[]): PageHint[] =>
  elements.flatMap(({ node, path }): PageHint[] => {
    if (node.tagName !== "img") return [];
    if (!attributeOf(node, "src"))
      return [
        {
          ...{ id: "image_missing", area: "links", weight: "warn", path },
          message: "A picture is not there yet.",
          remedy: "Select it and choose one, or remove its section.",
        },
      ];
    if (isDecorated(node) || (attributeOf(node, "alt") ?? "").trim() !== "") return [];
    return [
      tip({
        id: "image_without_words",
        message: "A picture has no description.",
        remedy: "Say what it shows. If it only decorates, leave it as it is.",
        path,
      }),
    ];
  });

const nameOf = (node: ProjectComponent): string =>
  textIn(node) ||
  (attributeOf(node, "aria-label") ?? attributeOf(node, "title") ?? attributeOf(node, "value") ?? "").trim();

const buttonHints = (elements: readonly Found[]): PageHint[] =>
  elements.flatMap(({ node, path }) =>
    (node.tagName === "button" || (isSubmit(node) && attributeOf(node, "value") !== undefined)) &&
    nameOf(node) === ""
      ? [
          warn({
            id: "button_without_words",
            message: "A button has no words.",
            remedy: "Say what happens when it is pressed.",
            path,
          }),
        ]
      : [],
  );

function fieldHints(document: PageDocument, elements: readonly Found[]): PageHint[] {
  const hints: PageHint[] = [];
  for (const form of listForms(document)) {
    for (const field of form.fields) {
      const path = elements.find(
        ({ node }) => isField(node) && attributeOf(node, "name") === field.name,
      )?.path;
      const isVisible = field.type !== "hidden" && field.type !== "consent";
      if (isVisible && (field.label === field.name || field.label === field.placeholder)) {
        hints.push(
          warn({
            id: "field_without_label",
            message: `The field “${field.label}” has no question beside it.`,
            remedy: "Write its question as a label: an example inside the field is gone once somebody types.",
            path,
          }),
        );
      }
    }
  }
  return hints;
}

function contrastHints({ theme }: PageDocument): PageHint[] {
  if (!theme) return [];
  return themePairs(theme).flatMap(({ name, words, ground }) => {
    const contrast = contrastOf(words, ground);
    if (contrast === undefined || contrast >= readableContrast) return [];
    return [
      warn({
        id: "contrast_low",
        message: `${name} are hard to read: ${contrast.toFixed(1)} to 1.`,
        remedy:
          "Choose colours that are further apart in the look of the page. 4.5 to 1 can be read by everyone.",
        fix: "look",
      }),
    ];
  });
}

/** What people who see, hear or move differently would miss. */
export function accessHints(document: PageDocument): PageHint[] {
  const elements = [...elementsIn(rootOf(document.project))];
  return [
    ...headingHints(elements),
    ...contrastHints(document),
    ...buttonHints(elements),
    ...fieldHints(document, elements),
    ...imageHints(elements),
  ];
}
