import { hash, verify } from "@node-rs/argon2";

/** Argon2id, 19 MiB, two passes, one lane. */
const settings = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), settings);

let decoy: Promise<string> | undefined;

/** Takes as long for an account that does not exist as for one that does. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const usable = stored?.startsWith("$argon2") ? stored : undefined;
  const right = await verify(usable ?? (await decoy), password.normalize("NFC"));
  return right && usable !== undefined;
}
