import { addColumn, addIndex, dropIndex, type Migration } from "./step";

export const submissionRepeatsMigrations: readonly Migration[] = [
  addColumn("submissions", "loose_key", "ascii(64)?", null),
  addIndex("submissions", "ix_submissions_loose", ["workspace_id", "loose_key"]),
  dropIndex("submissions", "ix_submissions_2"),
];
