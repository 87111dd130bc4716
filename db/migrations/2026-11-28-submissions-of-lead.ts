import { addIndexOfOneServer, dropIndexOfOneServer, type Migration } from "./step";

/** InnoDB ends each of its indexes with the primary key, so that ix_submissions_1 is ordered by id already. */
export const submissionsOfLeadMigrations: readonly Migration[] = [
  addIndexOfOneServer("submissions", "ix_submissions_of_lead", ["workspace_id", "lead_id", "id"]),
  dropIndexOfOneServer("ix_submissions_1"),
];
