import { DocumentError } from "./document-error";
import { type Project, projectOf } from "./project";

export interface PageDocument {
  version: 1;
  kind: "page";
  /** GrapesJS project data, validated and sanitised: the master of the page. */
  project: Project;
}

export function emptyPageDocument(): PageDocument {
  return { version: 1, kind: "page", project: projectOf({ type: "wrapper", components: [] }, []) };
}

/** Takes stored, imported or posted data; throws DocumentError when it cannot be a page. */
export function parsePageDocument(_input: unknown): PageDocument {
  throw new DocumentError("not_ready", "", "The document reader is not there yet.");
}
