import { addColumn, type Migration } from "./step";

export const leadsLastHeardMigrations: readonly Migration[] = [
  addColumn("leads", "last_heard_at", "ms?", null),
];
