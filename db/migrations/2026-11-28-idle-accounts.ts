import { addColumn, type Migration } from "./step";

export const idleAccountsMigrations: readonly Migration[] = [
  addColumn("accounts", "idle_warnings", "int?", null),
  addColumn("accounts", "idle_warned_at", "ms?", null),
];
