import { addColumn, type Migration } from "./step";

export const peopleGoFromMigrations: readonly Migration[] = [
  addColumn("workspaces", "people_go_from", "ms?", null),
];
