import { createHmac } from "node:crypto";
import { normaliseAddress } from "~/lib/email-address";
import type { Executor } from "~db/schema/executor";
import type { KeyRing } from "../keys/key-ring.server";

/** Version byte of the frozen normalisation that `hashAddress` uses. */
export const normalisationVersion = 1;

export type AddressHasher = (address: string) => string;

/** Keyed hash of an address: first 16 bytes of HMAC-SHA256, hex. The same in rows and in link tokens. */
export function hashWith(secret: Buffer, address: string): string {
  return createHmac("sha256", secret).update(normaliseAddress(address).key).digest("hex").slice(0, 32);
}

/** Hashes addresses of one workspace; the key is looked up once. */
export async function addressHasher(
  deps: { keys: KeyRing },
  db: Executor,
  workspaceId: string,
): Promise<AddressHasher> {
  const key = await deps.keys.workspace(db, workspaceId, "suppression");
  return (address) => hashWith(key.secret, address);
}

/** Frozen normalisations that rows may have been made with, newest first; a later one is added, none is taken away. */
const normalisations: readonly ((address: string) => string)[] = [(address) => normaliseAddress(address).key];

/** The address under every key and every normalisation that a row may have been made with. */
export function everyHash(keys: readonly { secret: Buffer }[], address: string): string[] {
  return keys.flatMap(({ secret }) =>
    normalisations.map((normalise) =>
      createHmac("sha256", secret).update(normalise(address)).digest("hex").slice(0, 32),
    ),
  );
}
