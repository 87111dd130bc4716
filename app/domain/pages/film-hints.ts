import { attributeOf, descendants, elementsIn, textIn } from "~builder/document/component-tree";
import type { PageDocument } from "~builder/document/page-document";
import { embedOf, widgetKind } from "~builder/document/page-widgets";
import { type ProjectComponent, rootOf } from "~builder/document/project";
import type { PageHint } from "./page-hint";

const services = { video: "a film on YouTube or Vimeo", map: "a place on OpenStreetMap or Google Maps" };

/** A link that was to show a film or map where it stands, and will only lead away. */
function embedHint(node: ProjectComponent, path: string): PageHint[] {
  const kind = widgetKind(node);
  const isEmbed = kind === "video" || kind === "map";
  if (!isEmbed || !attributeOf(node, "href") || embedOf(node)) return [];
  return [
    {
      ...{ id: "embed_unknown", area: "links", weight: "warn", path },
      message: `“${textIn(node)}” stays a link: its address is not that of ${services[kind]}.`,
      remedy: "Copy the address from the page that shows it, beginning with https://.",
    },
  ];
}

/** What films miss: themselves, or words for those who cannot hear them. */
export function filmHints(document: PageDocument): PageHint[] {
  return [...elementsIn(rootOf(document.project))].flatMap(({ node, path }): PageHint[] => {
    if (node.tagName !== "video") return embedHint(node, path);
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
