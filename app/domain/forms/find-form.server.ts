import type { FormDefinition } from "~builder/document/form-definition";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import type { FormSummary, LiveForm } from "./form";
import { findDefinition, findFormRow, listFormRows } from "./form-queries.server";

export const findForm = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  formId: string,
): Promise<LiveForm | undefined> => findFormRow(deps.db, workspaceId, formId);

/** The form as it was in one published version. */
export const findFormDefinition = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  formId: string,
  pageVersionId: string,
): Promise<FormDefinition | undefined> => findDefinition(deps.db, workspaceId, formId, pageVersionId);

/** As findFormDefinition, inside a transaction. */
export const readFormDefinition = (
  tx: Executor,
  workspaceId: string,
  formId: string,
  pageVersionId: string,
): Promise<FormDefinition | undefined> => findDefinition(tx, workspaceId, formId, pageVersionId);

export const listForms = (deps: Pick<Deps, "db">, workspaceId: string): Promise<FormSummary[]> =>
  listFormRows(deps.db, workspaceId);
