import { c, defineTables } from "./define";

export const accountsTables = defineTables("accounts", {
  accounts: {
    scope: "platform",
    purpose: "provide_service",
    basis: "contract",
    retention: "account",
    exported: false,
    subject: { kind: "account", column: "id", erase: "anonymise" },
    columns: {
      id: c.id(),
      email: c.text(320).personal(),
      /** Normalised address; unique. Becomes the id when anonymised. */
      email_key: c.text(320).personal(),
      name: c.text(200).personal(),
      password_hash: c.ascii(255).secret(),
      email_confirmed_at: c.ms().nullable(),
      is_operator: c.bool(),
      locale: c.ascii(12),
      created_at: c.ms(),
      last_seen_at: c.ms(),
      closed_at: c.ms().nullable(),
      /** Letters sent before an idle account is closed; those from before the last visit count for nothing. */
      idle_warnings: c.int().nullable(),
      idle_warned_at: c.ms().nullable(),
    },
    primaryKey: ["id"],
    unique: [["email_key"]],
  },
  sessions: {
    scope: "platform",
    purpose: "security",
    basis: "contract",
    retention: "work",
    exported: false,
    subject: { kind: "account", column: "account_id", erase: "delete" },
    columns: {
      /** SHA-256 of the secret in the cookie, hex. */
      token_hash: c.ascii(64).secret(),
      account_id: c.id(),
      created_at: c.ms(),
      last_seen_at: c.ms(),
      expires_at: c.ms(),
      ip: c.ascii(45).personal(),
      user_agent: c.text(300).personal(),
    },
    primaryKey: ["token_hash"],
    index: [["account_id"], ["expires_at"]],
  },
  account_tokens: {
    scope: "platform",
    purpose: "security",
    basis: "contract",
    retention: "work",
    exported: false,
    subject: { kind: "account", column: "account_id", erase: "delete" },
    columns: {
      token_hash: c.ascii(64).secret(),
      /** Empty for the set-up link of the first operator. */
      account_id: c.ascii(26),
      /** confirm_email, reset_password, first_operator */
      purpose: c.ascii(20),
      expires_at: c.ms(),
      used_at: c.ms().nullable(),
      created_at: c.ms(),
    },
    primaryKey: ["token_hash"],
    index: [["account_id"], ["expires_at"]],
  },
  /** Who signs in by the word of somebody else, such as Google or a company's own provider. */
  sign_in_identities: {
    scope: "platform",
    purpose: "provide_service",
    basis: "contract",
    retention: "account",
    exported: false,
    subject: { kind: "account", column: "account_id", erase: "delete" },
    columns: {
      issuer: c.ascii(255),
      /** How the issuer names the person; told to nobody. */
      subject: c.ascii(255).personal(),
      account_id: c.ascii(26),
      /** As the issuer said it when the two were connected. */
      email: c.text(320).personal(),
      created_at: c.ms(),
      last_used_at: c.ms(),
    },
    primaryKey: ["issuer", "subject"],
    index: [["account_id"]],
  },
});
