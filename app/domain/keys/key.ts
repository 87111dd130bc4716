/** What a key of the ring is for; a key serves one purpose only. */
export type KeyPurpose =
  /** Signs links in mail and form tokens. Platform-wide, kept for ever for verifying. */
  | "token"
  /** HMAC of addresses, one per workspace, never rotated. */
  | "suppression"
  /** HMAC of addresses across workspaces. */
  | "platform-suppression"
  /** Encrypts SMTP, DKIM and webhook secrets at rest. */
  | "secret"
  /** Encrypts uploaded files at rest. */
  | "file"
  /** Signs the heads of the audit chain. */
  | "audit";

export const platformKeyPurposes: readonly KeyPurpose[] = [
  "token",
  "platform-suppression",
  "secret",
  "file",
  "audit",
];

export interface RingKey {
  id: string;
  shortId: number;
  purpose: KeyPurpose;
  workspaceId: string;
  secret: Buffer;
}
