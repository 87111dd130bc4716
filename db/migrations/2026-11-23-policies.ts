import { createTable, type Migration } from "./step";

export const policiesMigrations: readonly Migration[] = [
  createTable("policy_versions", {
    columns: {
      policy: "ascii(40)",
      version: "int",
      title: "text(200)",
      body: "long",
      material: "bool",
      published_at: "ms",
    },
    primaryKey: ["policy", "version"],
  }),
  createTable("policy_acceptances", {
    columns: { account_id: "id", policy: "ascii(40)", version: "int", at: "ms", ip: "ascii(45)" },
    primaryKey: ["account_id", "policy", "version"],
  }),
];
