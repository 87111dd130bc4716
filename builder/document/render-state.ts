import type { CssNode } from "css-tree";
import type { FormDefinition } from "./form-definition";
import type { NoticeWords } from "./notice-words";
import { type PicturePlace, placePictures } from "./picture-places";
import { placedSelectors } from "./picture-wrapping";
import type { ProjectComponent, ProjectStyle } from "./project";
import type { PageContext } from "./render-page";

/** What one rendering remembers while it walks the tree. */
export interface RenderState {
  ctx: PageContext;
  words: NoticeWords;
  forms: Map<string, FormDefinition>;
  /** The form being rendered, and those of its fields that have a label of their own. */
  form?: FormDefinition;
  labelled: Set<ProjectComponent>;
  /** Of a form in steps: what waits for the last one. */
  afterSteps?: ReadonlySet<ProjectComponent>;
  pictures: Map<ProjectComponent, PicturePlace>;
  placedSelectors: CssNode[];
  insidePicture: boolean;
  /** Some picture got an element around it. */
  wrapsPictures: boolean;
  heldImages: string[];
  insideLink: boolean;
}

export const newRenderState = (
  ctx: PageContext,
  words: NoticeWords,
  forms: FormDefinition[],
  { root, styles, themeWidth }: { root: ProjectComponent; styles: ProjectStyle[]; themeWidth?: number },
): RenderState => {
  const pictures = placePictures(root, styles, themeWidth);
  return {
    ctx,
    words,
    forms: new Map(forms.map((form) => [form.nodeKey, form])),
    labelled: new Set(),
    pictures,
    placedSelectors: pictures.size > 0 ? placedSelectors(styles) : [],
    insidePicture: false,
    wrapsPictures: false,
    heldImages: [],
    insideLink: false,
  };
};

export type Attributes = Record<string, string | undefined>;

export const classOf = (node: ProjectComponent): string | undefined =>
  node.classes && node.classes.length > 0 ? node.classes.join(" ") : undefined;
