import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Leading zero bits of the hash: some 65,000 tries for a browser, one for us. */
export const proofBits = 16;
const validMs = 12 * 3_600_000;

const shape = /^([0-9a-z]{1,11})\.([0-9a-z]{1,12})$/;

/**
 * Checks the visitor script's `_pow`: TIME.NONCE in base 36, so that SHA-256 of "TOKEN:TIME:NONCE" begins with zero bits.
 * Each proof counts once.
 */
export function createProofChecker(now: () => number): (token: string, proof: string) => boolean {
  const used = new LRUCache<string, true>({ max: 50_000 });
  return (token, proof) => {
    const parts = shape.exec(proof);
    if (!parts) return false;
    const at = Number.parseInt(parts[1] ?? "", 36);
    if (Math.abs(now() - at) > validMs) return false;
    const hash = createHash("sha256")
      .update(`${token}:${proof.replace(".", ":")}`)
      .digest();
    if (hash.readUInt32BE(0) >>> (32 - proofBits) !== 0) return false;
    const key = hash.toString("base64", 0, 18);
    if (used.has(key)) return false;
    used.set(key, true);
    return true;
  };
}
