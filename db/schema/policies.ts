import { c, defineTables } from "./define";

export const policiesTables = defineTables("policies", {
  policy_versions: {
    scope: "platform",
    purpose: "provide_service",
    basis: "none_personal",
    retention: "forever",
    exported: false,
    columns: {
      /** acceptable-use, terms, privacy, dpa */
      policy: c.ascii(40),
      version: c.int(),
      title: c.text(200),
      /** Markdown-free plain paragraphs separated by blank lines. */
      body: c.long(),
      /** 1 asks for acceptance again. */
      material: c.bool(),
      published_at: c.ms(),
    },
    primaryKey: ["policy", "version"],
  },
  policy_acceptances: {
    scope: "platform",
    purpose: "proof_of_agreement",
    basis: "contract",
    retention: "proof",
    exported: false,
    subject: {
      kind: "account",
      column: "account_id",
      erase: "keep",
      reason: "proof that the customer agreed; account id and shortened address only",
    },
    columns: {
      account_id: c.id(),
      policy: c.ascii(40),
      version: c.int(),
      at: c.ms(),
      /** Truncated address. */
      ip: c.ascii(45).personal(),
    },
    primaryKey: ["account_id", "policy", "version"],
  },
});
