import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a cookie or a link; only the SHA-256 is stored. */
export function makeSecretToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashSecretToken(token) };
}

export const hashSecretToken = (token: string): string => createHash("sha256").update(token).digest("hex");

export const isSecretToken = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token);
