import { createTable, type Migration } from "./step";

/** Rows that are held already are noted later: the keys of their hashes are not in the reach of a migration. */
export const heldAddressesMigrations: readonly Migration[] = [
  createTable("held_addresses", {
    columns: { workspace_id: "id", address_hash: "ascii(32)", submission_id: "id" },
    primaryKey: ["workspace_id", "address_hash", "submission_id"],
    index: [["workspace_id", "submission_id"]],
  }),
];
