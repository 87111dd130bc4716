import { createHash, randomInt } from "node:crypto";
import { isId } from "~/lib/ids";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const secretLength = 40;
const checksumLength = 6;

function checksum(id: string, secret: string): string {
  const digest = createHash("sha256").update(`${id}.${secret}`).digest();
  return Array.from(digest.subarray(0, checksumLength), (byte) => alphabet[byte % alphabet.length]).join("");
}

/** A new token of the key with this id: `foyer_ID_SECRETCHECKSUM`. 40 letters hold 238 bits. */
export function makeApiKeyToken(id: string): string {
  const secret = Array.from({ length: secretLength }, () => alphabet[randomInt(alphabet.length)]).join("");
  return `foyer_${id}_${secret}${checksum(id, secret)}`;
}

const shape = new RegExp(
  `^foyer_([0-9A-Z]{26})_([0-9A-Za-z]{${secretLength}})([0-9A-Za-z]{${checksumLength}})$`,
);

/** The id inside a token, or undefined for anything that we never made. */
export function readApiKeyToken(token: string): string | undefined {
  const [, id = "", secret = "", given = ""] = shape.exec(token) ?? [];
  return isId(id) && checksum(id, secret) === given ? id : undefined;
}

export const hashApiKeyToken = (token: string): string => createHash("sha256").update(token).digest("hex");
