import { createTable, type Migration } from "./step";

export const testimonialsMigrations: readonly Migration[] = [
  createTable("testimonials", {
    columns: {
      workspace_id: "id",
      id: "id",
      email: "text(320)",
      address_hash: "ascii(32)",
      name: "text(120)",
      role: "text(160)",
      words: "text(1000)",
      picture: "ascii(200)",
      site_id: "ascii(26)",
      language: "ascii(12)",
      state: "ascii(12)",
      asked: "long",
      shown: "long",
      asked_at: "ms?",
      answered_at: "ms?",
      created_at: "ms",
      updated_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "address_hash"]],
  }),
];
