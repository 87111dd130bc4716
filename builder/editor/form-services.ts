import type { Editor } from "grapesjs";

/** A file that a form can hand over. */
export interface Download {
  id: string;
  name: string;
}

/** What settings of forms and films ask of the product around the editor. */
export interface FormServices {
  /** Pages of the same site, to go on to after sending. */
  pages: readonly { path: string; title: string }[];
  downloads(): Promise<readonly Download[]>;
  /** Rejects with words for people. */
  uploadDownload(file: File): Promise<Download>;
  /** A film or captions of one; rejects with words for people. */
  uploadFilm(file: File): Promise<{ src: string; kind: "film" | "captions" }>;
  /** The address of a picture; rejects with words for people. */
  uploadPicture(file: File): Promise<string>;
}

const provided = new WeakMap<Editor, FormServices>();

export const provideFormServices = (editor: Editor, services: FormServices): void => {
  provided.set(editor, services);
};

export const formServicesOf = (editor: Editor): FormServices | undefined => provided.get(editor);
