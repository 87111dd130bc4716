import type { Executor } from "~db/schema/executor";
import { retireOtherForms } from "./form-queries.server";

/** The forms of the page take no submissions any more, apart from those named. */
export const retireForms = (
  tx: Executor,
  input: { workspaceId: string; pageId: string; keptIds?: readonly string[] },
): Promise<void> => retireOtherForms(tx, input.workspaceId, input.pageId, input.keptIds ?? []);
