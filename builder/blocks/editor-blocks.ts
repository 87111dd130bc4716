import type { ProjectStyle } from "../document/project";
import { readCss } from "../document/read-css";
import { baseCss, tokensCss } from "./base-css";
import type { Block } from "./block";
import { blocks } from "./blocks";

/** A block as the editor gets it: its rules already read, so that no browser has to parse style sheets. */
export interface EditorBlock extends Omit<Block, "css"> {
  styles: ProjectStyle[];
}

export interface EditorBlocks {
  /** Rules every block builds on, for pages that have none yet. */
  base: ProjectStyle[];
  blocks: EditorBlock[];
}

const silent = () => {};

let made: EditorBlocks | undefined;

export function editorBlocks(): EditorBlocks {
  made ??= {
    base: readCss(tokensCss() + baseCss, silent),
    blocks: blocks.map(({ css, ...block }) => ({ ...block, styles: css ? readCss(css, silent) : [] })),
  };
  return made;
}
