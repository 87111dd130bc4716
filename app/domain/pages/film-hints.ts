import { attributeOf, descendants, elementsIn } from "~builder/document/component-tree";
import type { PageDocument } from "~builder/document/page-document";
import { rootOf } from "~builder/document/project";
import type { PageHint } from "./page-hint";

/** What films miss: themselves, or words for those who cannot hear them. */
export function filmHints(document: PageDocument): PageHint[] {
  return [...elementsIn(rootOf(document.project))].flatMap(({ node, path }): PageHint[] => {
    if (node.tagName !== "video") return [];
    const inner = descendants(node);
    const has = (tag: string) => inner.some((one) => one.tagName === tag && attributeOf(one, "src"));
    if (!attributeOf(node, "src") && !has("source"))
      return [
        {
          ...{ id: "film_missing", area: "links", weight: "warn", path },
          message: "A film is not there yet.",
          remedy: "Select it and upload one, or remove its section.",
        },
      ];
    if (has("track") || attributeOf(node, "muted") !== undefined) return [];
    return [
      {
        ...{ id: "film_without_captions", area: "access", weight: "warn", path },
        message: "A film has no captions.",
        remedy: "Select it and upload captions: many watch without sound, and some cannot hear it.",
      },
    ];
  });
}
