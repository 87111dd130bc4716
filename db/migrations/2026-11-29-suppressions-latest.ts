import { addIndex, type Migration } from "./step";

export const suppressionsLatestMigrations: readonly Migration[] = [
  addIndex("suppressions", "ix_suppressions_latest", [
    "workspace_id",
    "created_at",
    "address_hash",
    "topic_id",
  ]),
];
