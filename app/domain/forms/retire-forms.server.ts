import type { Executor } from "~db/schema/executor";
import { retireOtherForms } from "./form-queries.server";

/** After unpublishing: the forms of the page take no submissions. */
export const retireForms = (tx: Executor, input: { workspaceId: string; pageId: string }): Promise<void> =>
  retireOtherForms(tx, input.workspaceId, input.pageId, []);
