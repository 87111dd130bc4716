import { c, defineTables } from "./define";

export const sendersTables = defineTables("senders", {
  senders: {
    scope: "tenant",
    purpose: "send_marketing",
    basis: "contract",
    retention: "workspace",
    exported: true,
    columns: {
      workspace_id: c.id(),
      id: c.id(),
      from_name: c.text(120),
      from_email: c.text(320),
      reply_to: c.text(320),
      postal_address: c.text(500),
      /** unverified, vouched (by the operator) or verified (by DNS) */
      state: c.ascii(12),
      created_at: c.ms(),
      removed_at: c.ms().nullable(),
    },
    primaryKey: ["workspace_id", "id"],
  },
  sending_domains: {
    scope: "tenant",
    purpose: "send_marketing",
    basis: "contract",
    retention: "workspace",
    exported: false,
    columns: {
      workspace_id: c.id(),
      domain: c.ascii(255),
      selector: c.ascii(63),
      /** Private key, encrypted with a key of the ring: KEYID.BASE64 */
      dkim_private: c.long().secret(),
      dkim_public: c.long(),
      /** unchecked, pass or fail */
      spf_state: c.ascii(12),
      dkim_state: c.ascii(12),
      dmarc_state: c.ascii(12),
      checked_at: c.ms().nullable(),
      created_at: c.ms(),
    },
    primaryKey: ["workspace_id", "domain"],
  },
});
