import { createPublicKey } from "node:crypto";

/** SPKI in base64, as providers show it. */
export function isPublicKey(text: string): boolean {
  try {
    const key = Buffer.from(text, "base64");
    return createPublicKey({ key, format: "der", type: "spki" }).type === "public";
  } catch {
    return false;
  }
}
