import type { FormDefinition } from "./form-definition";
import type { PageDocument } from "./page-document";

export declare function listForms(document: PageDocument): FormDefinition[];
