import { createTable, type Migration } from "./step";

export const signInIdentitiesMigrations: readonly Migration[] = [
  createTable("sign_in_identities", {
    columns: {
      issuer: "ascii(255)",
      subject: "ascii(255)",
      account_id: "ascii(26)",
      email: "text(320)",
      created_at: "ms",
      last_used_at: "ms",
    },
    primaryKey: ["issuer", "subject"],
    index: [["account_id"]],
  }),
];
