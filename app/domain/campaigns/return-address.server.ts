import { createHmac, timingSafeEqual } from "node:crypto";
import { bytesToId, idToBytes } from "~/lib/signed-token.server";
import type { Deps } from "../deps";

/** What mail to an address of ours says: a message came back, or its reader wants no more. */
export type ReturnKind = "bounce" | "unsubscribe";

export interface ReturnAddress {
  kind: ReturnKind;
  workspaceId: string;
  deliveryId: string;
}

const letters: Record<ReturnKind, string> = { bounce: "b", unsubscribe: "u" };
const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const macBytes = 6;

/** Local parts may lose their case on the way, and have at most 64 characters. */
function toBase32(bytes: Buffer): string {
  let bits = 0;
  let value = 0;
  let text = "";
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(value >>> (bits - 5)) & 31] ?? "";
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + (alphabet[(value << (5 - bits)) & 31] ?? "") : text;
}

function fromBase32(text: string): Buffer | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text) {
    const digit = alphabet.indexOf(letter);
    if (digit < 0) return undefined;
    value = (value << 5) | digit;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >>> bits) & 255);
    value &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}

const macOf = (deps: Pick<Deps, "keys">, kind: ReturnKind, body: Buffer) =>
  createHmac("sha256", deps.keys.platform("token").secret)
    .update(`return:${kind}:`)
    .update(body)
    .digest()
    .subarray(0, macBytes);

/** The local part of an address that names one delivery; nobody else can make one. */
export function returnLocalPart(
  deps: Pick<Deps, "keys">,
  { kind, workspaceId, deliveryId }: ReturnAddress,
): string {
  const body = Buffer.concat([idToBytes(workspaceId), idToBytes(deliveryId)]);
  return letters[kind] + toBase32(Buffer.concat([body, macOf(deps, kind, body)]));
}

export function readReturnLocalPart(deps: Pick<Deps, "keys">, given: string): ReturnAddress | undefined {
  const text = given.toLowerCase();
  const kind = text.startsWith("b") ? "bounce" : text.startsWith("u") ? "unsubscribe" : undefined;
  const bytes = kind && fromBase32(text.slice(1));
  if (!kind || bytes?.length !== 32 + macBytes || toBase32(bytes) !== text.slice(1)) return undefined;
  const body = bytes.subarray(0, 32);
  if (!timingSafeEqual(bytes.subarray(32), macOf(deps, kind, body))) return undefined;
  return {
    kind,
    workspaceId: bytesToId(body.subarray(0, 16)),
    deliveryId: bytesToId(body.subarray(16)),
  };
}
