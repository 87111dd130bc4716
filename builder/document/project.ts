/** The part of GrapesJS project data that Foyer stores: every value has passed the sanitiser. */
export interface ProjectComponent {
  type?: string;
  tagName?: string;
  /** Name shown in the editor's layers. */
  name?: string;
  attributes?: Record<string, string>;
  classes?: string[];
  /** Plain text of a `textnode`; no other component has content. */
  content?: string;
  components?: ProjectComponent[];
}

export interface ProjectStyle {
  /** "name" for a class, "#name" for an id; joined without space. */
  selectors: string[];
  /** Any other selector list. */
  selectorsAdd?: string;
  /** Pseudo class of `selectors`, without the colon. */
  state?: string;
  /** Several values of one property are fallbacks, in order. */
  style: Record<string, string | string[]>;
  /** media, supports, container, keyframes or font-face */
  atRuleType?: string;
  mediaText?: string;
  singleAtRule?: boolean;
}

export interface Project {
  assets: string[];
  styles: ProjectStyle[];
  pages: [{ id: string; frames: [{ id: string; component: ProjectComponent }] }];
}

export const rootOf = (project: Project): ProjectComponent => project.pages[0].frames[0].component;

export const projectOf = (component: ProjectComponent, styles: ProjectStyle[]): Project => ({
  assets: [],
  styles,
  pages: [{ id: "page", frames: [{ id: "frame", component }] }],
});
