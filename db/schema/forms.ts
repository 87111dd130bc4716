import { c, defineTables } from "./define";

export const formsTables = defineTables("forms", {
  forms: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      page_id: c.id(),
      /** Key of the form node inside the page document. */
      node_key: c.ascii(60),
      name: c.text(200),
      /** The published version that takes submissions; empty while the page is not published. */
      live_version_id: c.ascii(26),
      /** Of the page: in what language a visitor is answered. */
      language: c.ascii(12),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "id"],
    unique: [["workspace_id", "page_id", "node_key"]],
  },
  /** The form as it was in one published version: what a submission is checked against. */
  form_versions: {
    scope: "tenant",
    purpose: "manage_leads",
    basis: "none_personal",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      form_id: c.id(),
      page_version_id: c.id(),
      /** JSON of FormDefinition */
      definition: c.json(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "form_id", "page_version_id"],
  },
});
