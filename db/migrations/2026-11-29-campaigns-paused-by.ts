import { addColumn, type Migration } from "./step";

export const campaignsPausedByMigrations: readonly Migration[] = [
  addColumn("campaigns", "paused_by", "ascii(26)", ""),
];
