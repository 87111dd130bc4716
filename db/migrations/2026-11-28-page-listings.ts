import { createTable, type Migration } from "./step";

export const pageListingsMigrations: readonly Migration[] = [
  createTable("page_listings", {
    columns: {
      workspace_id: "id",
      page_id: "id",
      hidden: "bool",
      canonical: "text(1000)",
      translation_group: "ascii(26)",
      updated_at: "ms",
    },
    primaryKey: ["workspace_id", "page_id"],
    index: [["workspace_id", "translation_group"]],
  }),
];
