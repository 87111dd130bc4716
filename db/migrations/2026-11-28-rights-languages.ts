import { addColumn, type Migration } from "./step";

export const rightsLanguagesMigrations: readonly Migration[] = [
  addColumn("privacy_requests", "locale", "ascii(12)", "en"),
  addColumn("abuse_notices", "locale", "ascii(12)", "en"),
];
