import type { Editor } from "grapesjs";

/** A file that a form can hand over. */
export interface Download {
  id: string;
  name: string;
}

/** What settings of forms ask of the product around the editor. */
export interface FormServices {
  /** Pages of the same site, to go on to after sending. */
  pages: readonly { path: string; title: string }[];
  downloads(): Promise<readonly Download[]>;
  /** Rejects with words for people. */
  uploadDownload(file: File): Promise<Download>;
}

const provided = new WeakMap<Editor, FormServices>();

export const provideFormServices = (editor: Editor, services: FormServices): void => {
  provided.set(editor, services);
};

export const formServicesOf = (editor: Editor): FormServices | undefined => provided.get(editor);
