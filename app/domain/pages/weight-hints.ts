import { attributeOf, elementsIn } from "~builder/document/component-tree";
import type { PageDocument } from "~builder/document/page-document";
import { rootOf } from "~builder/document/project";
import type { PageHint } from "./page-hint";

/** Bytes of the page as visitors get it. */
export interface PageWeight {
  /** The document, compressed. */
  html: number;
  /** Our own pictures, by the path where each stands. */
  images: readonly { path: string; bytes: number }[];
  fonts: number;
}

const heavyHtml = 60_000;
const heavyPage = 1_500_000;
const heavyImage = 400_000;

const roundTripMs = 150;
const bytesPerMs = 1_638.4 / 8;

/**
 * When a slow phone shows the page: Lighthouse's slow mobile connection, four round trips to the first byte, then what
 * the first screen needs. An estimate, told as one.
 */
export function secondsOnSlowPhone({ html, images, fonts }: PageWeight): number {
  const first = html + fonts + (images[0]?.bytes ?? 0);
  return (4 * roundTripMs + first / bytesPerMs) / 1000;
}

export const bytesOf = ({ html, images, fonts }: PageWeight): number =>
  html + fonts + images.reduce((sum, { bytes }) => sum + bytes, 0);

const size = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`;

/** What makes the page slow to come. */
export function weightHints(document: PageDocument, weight: PageWeight): PageHint[] {
  const hints: PageHint[] = [];
  const total = bytesOf(weight);
  if (weight.html > heavyHtml) {
    hints.push({
      id: "page_heavy",
      area: "weight",
      weight: "warn",
      message: `The page itself weighs ${size(weight.html)}.`,
      remedy: "Fewer or simpler sections load faster on a phone.",
    });
  }
  if (total > heavyPage) {
    hints.push({
      id: "total_heavy",
      area: "weight",
      weight: "warn",
      message: `With its pictures the page weighs ${size(total)}.`,
      remedy: "Use fewer or smaller pictures; half of that is plenty for most pages.",
    });
  }
  for (const { path, bytes } of weight.images) {
    if (bytes <= heavyImage) continue;
    hints.push({
      id: "image_heavy",
      area: "weight",
      weight: "warn",
      message: `A picture weighs ${size(bytes)}.`,
      remedy: "Upload it smaller, or cut it to what matters.",
      path,
    });
  }
  for (const { node, path } of elementsIn(rootOf(document.project))) {
    if (node.tagName !== "img" || !/^data:/i.test(attributeOf(node, "src") ?? "")) continue;
    hints.push({
      id: "image_inside",
      area: "weight",
      weight: "tip",
      message: "A picture is written into the page itself.",
      remedy: "Choose it again as an upload: it then loads by itself and in the right size.",
      path,
    });
  }
  return hints;
}
