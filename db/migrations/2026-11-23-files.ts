import { createTable, type Migration } from "./step";

export const filesMigrations: readonly Migration[] = [
  createTable("files", {
    columns: {
      workspace_id: "id",
      id: "id",
      kind: "ascii(12)",
      name: "text(200)",
      content_type: "ascii(100)",
      size: "int",
      sha256: "ascii(64)",
      width: "int?",
      height: "int?",
      variants: "long",
      alt: "text(500)",
      created_at: "ms",
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "sha256"], ["id"]],
  }),
  createTable("file_uses", {
    columns: { workspace_id: "id", file_id: "id", user_kind: "ascii(12)", user_id: "id" },
    primaryKey: ["workspace_id", "file_id", "user_kind", "user_id"],
    index: [["workspace_id", "user_kind", "user_id"]],
  }),
];
