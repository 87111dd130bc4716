import { createTable, type Migration } from "./step";

export const mailFrequenciesMigrations: readonly Migration[] = [
  createTable("mail_frequencies", {
    columns: {
      workspace_id: "id",
      address_hash: "ascii(32)",
      every_days: "int",
      updated_at: "ms",
    },
    primaryKey: ["workspace_id", "address_hash"],
  }),
];
