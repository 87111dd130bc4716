import type { FontFormat } from "./file";

export const fontLimitBytes = 2 * 1024 * 1024;

/** The format as the first bytes tell it; other fonts are not taken, since every browser reads these. */
export function fontFormat(bytes: Uint8Array): FontFormat | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head === "wOF2") return "woff2";
  return head === "wOFF" ? "woff" : undefined;
}
