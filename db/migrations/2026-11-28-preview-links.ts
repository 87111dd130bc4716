import { createTable, type Migration } from "./step";

export const previewLinksMigrations: readonly Migration[] = [
  createTable("preview_links", {
    columns: {
      workspace_id: "id",
      id: "id",
      page_id: "id",
      version_id: "ascii(26)",
      password_hash: "text(200)",
      expires_at: "ms",
      revoked_at: "ms?",
      opened_at: "ms?",
      created_kind: "ascii(12)",
      created_by: "ascii(26)",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "page_id"], ["expires_at"]],
  }),
];
