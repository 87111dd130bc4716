import type { FormDefinition } from "./form-definition";
import type { NoticeWords } from "./notice-words";
import type { ProjectComponent } from "./project";
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
  images: number;
  heldImages: string[];
  insideLink: boolean;
}

export const newRenderState = (
  ctx: PageContext,
  words: NoticeWords,
  forms: FormDefinition[],
): RenderState => ({
  ctx,
  words,
  forms: new Map(forms.map((form) => [form.nodeKey, form])),
  labelled: new Set(),
  images: 0,
  heldImages: [],
  insideLink: false,
});

export type Attributes = Record<string, string | undefined>;

export const classOf = (node: ProjectComponent): string | undefined =>
  node.classes && node.classes.length > 0 ? node.classes.join(" ") : undefined;
