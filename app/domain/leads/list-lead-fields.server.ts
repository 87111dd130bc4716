import type { Deps } from "../deps";
import type { LeadField } from "./lead-field";
import { listLeadFieldRows } from "./lead-field-queries.server";

/** The typed fields of leads that the forms of a workspace ask for, by name. */
export const listLeadFields = (deps: Pick<Deps, "db">, workspaceId: string): Promise<LeadField[]> =>
  listLeadFieldRows(deps.db, workspaceId);
