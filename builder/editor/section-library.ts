import type { Project, ProjectStyle } from "../document/project";

/** A saved section as the editor lists it. */
export interface LibrarySection {
  id: string;
  name: string;
  revision: number;
  /** Pages that show it. */
  uses: number;
  project: Project;
  /** For its picture. */
  html: string;
  styles: ProjectStyle[];
}

export interface SectionLibrary {
  list(): Promise<LibrarySection[]>;
  save(name: string, project: object): Promise<LibrarySection>;
  /** Where a saved section is edited. */
  editPath(id: string): string;
}
