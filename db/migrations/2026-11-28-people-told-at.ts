import { addColumn, type Migration } from "./step";

export const peopleToldAtMigrations: readonly Migration[] = [
  addColumn("workspaces", "people_told_at", "ms?", null),
];
