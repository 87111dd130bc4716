import { addColumn, addIndex, dropIndexOfOneServer, type Migration } from "./step";

export const submissionRepeatsMigrations: readonly Migration[] = [
  addColumn("submissions", "loose_key", "ascii(64)?", null),
  addIndex("submissions", "ix_submissions_loose", ["workspace_id", "loose_key"]),
  dropIndexOfOneServer("ix_submissions_2"),
];
