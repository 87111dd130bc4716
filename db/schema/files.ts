import { c, defineTables } from "./define";

export const filesTables = defineTables("files", {
  files: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "contract",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      /** image, font, film, captions, download or upload */
      kind: c.ascii(12),
      name: c.text(200),
      content_type: c.ascii(100),
      size: c.int(),
      sha256: c.ascii(64),
      width: c.int().nullable(),
      height: c.int().nullable(),
      /** [{ width, format, size, key }] of resized copies */
      variants: c.json(),
      alt: c.text(500),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    index: [["workspace_id", "sha256"], ["id"]],
  },
  /** Which page, version or campaign mentions a file; a file without a row is removed after a while. */
  file_uses: {
    scope: "tenant",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      file_id: c.id(),
      /** page, version, section, campaign, site or testimonial */
      user_kind: c.ascii(12),
      user_id: c.id(),
    },
    primaryKey: ["workspace_id", "file_id", "user_kind", "user_id"],
    index: [["workspace_id", "user_kind", "user_id"]],
  },
});
