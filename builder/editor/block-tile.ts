import { el } from "./dom";

export interface BlockTile {
  element: HTMLElement;
  /** What a search looks in. */
  words: string;
  draw(): void;
}

/** Each word with a space before it, so that a search finds words by their beginning: “our” is not in “your”. */
export const searchedWords = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ")}`;

/** A picture with a name: pressed, it is added after the selected section; dragged, where it falls. */
export const tileButton = (label: string, picture: HTMLElement, blockId = ""): HTMLButtonElement =>
  el(
    "button",
    {
      type: "button",
      className: "fe-tile",
      draggable: true,
      title: `Add ${label}`,
      // The labels of fields in a picture would be read out with the name.
      aria: { label },
      data: { block: blockId },
    },
    picture,
    el("span", { className: "fe-tile-name" }, label),
  );
