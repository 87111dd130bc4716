import { createHmac, timingSafeEqual } from "node:crypto";

/** A signing key as tokens name it. */
export interface TokenKey {
  shortId: number;
  secret: Buffer;
}

const macBytes = 16;

function mac(secret: Buffer, data: Buffer): Buffer {
  return createHmac("sha256", secret).update(data).digest().subarray(0, macBytes);
}

/**
 * Self-contained token: type byte, key id (4 bytes), body, MAC (16 bytes), as base64url.
 * `type` keeps a token of one purpose from being used for another.
 */
export function signToken(key: TokenKey, type: number, body: Buffer): string {
  const head = Buffer.alloc(5);
  head.writeUInt8(type, 0);
  head.writeUInt32BE(key.shortId, 1);
  const data = Buffer.concat([head, body]);
  return Buffer.concat([data, mac(key.secret, data)]).toString("base64url");
}

const shape = /^[A-Za-z0-9_-]{28,400}$/;

/** The body of a token, or undefined when it is malformed, of another type, or not ours. */
export function verifyToken(
  findSecret: (shortId: number) => Buffer | undefined,
  type: number,
  token: string,
): Buffer | undefined {
  if (!shape.test(token)) return undefined;
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length < 5 + macBytes || bytes.readUInt8(0) !== type) return undefined;
  if (bytes.toString("base64url") !== token) return undefined;
  const secret = findSecret(bytes.readUInt32BE(1));
  if (!secret) return undefined;
  const data = bytes.subarray(0, bytes.length - macBytes);
  const given = bytes.subarray(bytes.length - macBytes);
  return timingSafeEqual(mac(secret, data), given) ? data.subarray(5) : undefined;
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const values = new Map([...alphabet].map((letter, value) => [letter, BigInt(value)]));

/** A ULID as its 16 bytes. An empty id becomes sixteen zeros. */
export function idToBytes(id: string): Buffer {
  let number = 0n;
  for (const letter of id) number = number * 32n + (values.get(letter) ?? 0n);
  return Buffer.from(number.toString(16).padStart(32, "0").slice(-32), "hex");
}

/** The ULID behind 16 bytes; empty for sixteen zeros. */
export function bytesToId(bytes: Buffer): string {
  let number = BigInt(`0x${bytes.toString("hex")}`);
  if (number === 0n) return "";
  let id = "";
  for (let index = 0; index < 26; index += 1) {
    id = (alphabet[Number(number % 32n)] ?? "0") + id;
    number /= 32n;
  }
  return id;
}
