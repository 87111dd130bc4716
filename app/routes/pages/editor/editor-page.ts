import type { PageSettings } from "~/domain/pages/page";
import type { EditorBlocks } from "~builder/blocks/editor-blocks";
import type { CanvasNotice } from "~builder/editor/canvas-notice";
import type { QuotedPerson } from "~builder/editor/quotations";

interface Opened {
  /** Address of what is edited, in the product. */
  at: string;
  picturesPath: string;
  listPath: string;
  revision: number;
  project: object;
  blocks: EditorBlocks;
  /** People whose words the workspace keeps, for testimonials. */
  quotations: QuotedPerson[];
  /** What visitors read at forms, in the language of the page. */
  privacyNotice: CanvasNotice;
  /** Pages of the same site, for what comes after sending a form. */
  sitePages?: { path: string; title: string }[];
}

/** What the editor is opened with. */
export interface EditorPage extends Opened {
  settings: PageSettings;
  /** What it is called in its experiment; only of a variant. */
  variant?: string;
  /** When the page was last saved. */
  savedAt: number;
  /** Of saved sections. */
  libraryPath: string;
  /** Where the page is, or will be, public. */
  url: string;
  host: string;
  mayPublish: boolean;
}

/** A saved section, opened by itself. */
export interface EditorSection extends Opened {
  name: string;
  /** Pages that show it, those of them that are public, and those where visitors see an earlier one. */
  uses: number;
  liveUses: number;
  outOfDate: number;
}
