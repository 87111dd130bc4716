import type { PageSettings } from "~/domain/pages/page";
import type { EditorBlocks } from "~builder/blocks/editor-blocks";

/** What the editor is opened with. */
export interface EditorPage {
  /** Address of the page in the product. */
  at: string;
  picturesPath: string;
  listPath: string;
  revision: number;
  project: object;
  settings: PageSettings;
  /** Where the page is, or will be, public. */
  url: string;
  host: string;
  mayPublish: boolean;
  blocks: EditorBlocks;
}
