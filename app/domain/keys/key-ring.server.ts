import { createHash, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Clock } from "~/lib/clock";
import { deriveKey, openBytes, sealBytes } from "~/lib/secret-box.server";
import type { Db, Executor } from "~db/schema/executor";
import { DomainError } from "../domain-error";
import { type KeyPurpose, platformKeyPurposes, type RingKey } from "./key";
import {
  claimFact,
  findFact,
  insertKey,
  isDuplicateKey,
  listKeys,
  listKeysOf,
  rewrapKey,
  saveFact,
} from "./key-queries.server";

/** Random keys kept in the database, wrapped by FOYER_SECRET. */
export interface KeyRing {
  /** Newest platform key of a purpose; in memory after `openKeyRing`. */
  platform(purpose: KeyPurpose): RingKey;
  /** The workspace's key of a purpose, made when missing. */
  workspace(db: Executor, workspaceId: string, purpose: KeyPurpose): Promise<RingKey>;
  /**
   * Every key of the purpose that a workspace has, the one of `workspace` first. Versions that let two be made at the same
   * moment hashed with either: what was stored under one of the others is found only by asking for it under all.
   */
  everyOfWorkspace(db: Executor, workspaceId: string, purpose: KeyPurpose): Promise<RingKey[]>;
  /** Secret of a platform key that a token names; verifying keys stay for ever. */
  secretByShortId(shortId: number): Buffer | undefined;
  /** Stores an imported key, such as the suppression key of an archive, unless the workspace has one; answers the one it has then. */
  adopt(db: Executor, workspaceId: string, purpose: KeyPurpose, secret: Buffer): Promise<RingKey>;
  /** Stores one of the others that an archive came with, beside the first. */
  adoptBeside(db: Executor, workspaceId: string, purpose: KeyPurpose, secret: Buffer): Promise<void>;
  /** Encrypts a credential for the database: KEYSHORTID.BASE64 */
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string;
  /** Re-wraps every key with another secret. */
  rotate(db: Db, newSecret: string): Promise<number>;
}

const factName = "secret_fingerprint";
const fingerprint = (secret: string) =>
  createHash("sha256").update(deriveKey(secret, "fingerprint")).digest("hex");

/** The same in every process, so that the database takes one first key of a purpose, and each other one, only once. */
function keyIdOf(purpose: KeyPurpose, workspaceId: string, beside?: Buffer): string {
  const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const owner = workspaceId && ` of ${workspaceId}`;
  const name = createHash("sha256").update(`${beside ? "other" : "first"} key: ${purpose}${owner}`);
  const bytes = (beside ? name.update(beside) : name).digest().subarray(0, 26);
  return Array.from(bytes, (byte, index) => letters[byte % (index === 0 ? 8 : 32)]).join("");
}

interface Dependencies {
  db: Db;
  clock: Clock;
  secret: string;
}

/** Loads the ring; makes the platform keys of a new instance. Stops when the secret is not the one of this database. */
export async function openKeyRing({ db, clock, secret }: Dependencies): Promise<KeyRing> {
  const own = fingerprint(secret);
  const stored = (await findFact(db, factName)) ?? (await claimFact(db, factName, own, clock.now()));
  if (stored !== own) {
    throw new DomainError(
      "invalid",
      "secret_differs",
      "FOYER_SECRET is not the one this database was made with. Give the earlier one, or run: foyer secret rotate.",
    );
  }
  let wrappingKey = deriveKey(secret, "wrap");
  const platformKeys = new Map<KeyPurpose, RingKey>();
  const byShortId = new Map<number, RingKey>();
  const workspaceKeys = new LRUCache<string, [RingKey, ...RingKey[]]>({ max: 5000 });

  const unwrap = (row: Awaited<ReturnType<typeof listKeys>>[number]): RingKey => ({
    id: row.id,
    shortId: row.short_id,
    purpose: row.purpose as KeyPurpose,
    workspaceId: row.workspace_id,
    secret: openBytes(wrappingKey, Buffer.from(row.wrapped, "base64"), row.id),
  });

  async function create(
    tx: Executor,
    workspaceId: string,
    purpose: KeyPurpose,
    { material = randomBytes(32), after }: { material?: Buffer | undefined; after?: number } = {},
  ) {
    const id = keyIdOf(purpose, workspaceId, after === undefined ? undefined : material);
    const shortId = randomBytes(4).readUInt32BE();
    const wrapped = sealBytes(wrappingKey, material, id).toString("base64");
    await insertKey(tx, {
      id,
      short_id: shortId,
      purpose,
      workspace_id: workspaceId,
      wrapped,
      created_at: Math.max(clock.now(), (after ?? 0) + 1),
    });
    return { id, shortId, purpose, workspaceId, secret: material } satisfies RingKey;
  }

  function remember(key: RingKey): RingKey {
    platformKeys.set(key.purpose, key);
    byShortId.set(key.shortId, key);
    return key;
  }

  /** Whoever asks at the same time, in whatever process or transaction, all use the key of the one that was first. */
  async function createFirst(
    tx: Executor,
    workspaceId: string,
    purpose: KeyPurpose,
    material?: Buffer,
  ): Promise<RingKey> {
    try {
      return await create(tx, workspaceId, purpose, { material });
    } catch (error) {
      const [made] = isDuplicateKey(error) ? await listKeysOf(tx, workspaceId, purpose) : [];
      if (!made) throw error;
      return unwrap(made);
    }
  }

  for (const purpose of platformKeyPurposes) {
    const rows = await listKeysOf(db, "", purpose);
    for (const row of rows) remember(unwrap(row));
    if (rows.length === 0) remember(await createFirst(db, "", purpose));
  }

  async function ofWorkspace(
    tx: Executor,
    workspaceId: string,
    purpose: KeyPurpose,
  ): Promise<[RingKey, ...RingKey[]]> {
    const cacheKey = `${workspaceId}:${purpose}`;
    const cached = workspaceKeys.get(cacheKey);
    if (cached) return cached;
    const [first, ...others] = (await listKeysOf(tx, workspaceId, purpose)).map(unwrap);
    // A key made inside a transaction that rolls back must not stay in memory.
    if (!first) return [await createFirst(tx, workspaceId, purpose)];
    workspaceKeys.set(cacheKey, [first, ...others]);
    return [first, ...others];
  }

  const ring: KeyRing = {
    platform(purpose) {
      const key = platformKeys.get(purpose);
      if (!key) throw new Error(`No platform key for ${purpose}`);
      return key;
    },
    workspace: async (tx, workspaceId, purpose) => (await ofWorkspace(tx, workspaceId, purpose))[0],
    everyOfWorkspace: ofWorkspace,
    secretByShortId: (shortId) => byShortId.get(shortId)?.secret,
    async adopt(tx, workspaceId, purpose, material) {
      const [held] = await listKeysOf(tx, workspaceId, purpose);
      return held ? unwrap(held) : createFirst(tx, workspaceId, purpose, material);
    },
    async adoptBeside(tx, workspaceId, purpose, material) {
      const held = await listKeysOf(tx, workspaceId, purpose);
      if (held.some((row) => unwrap(row).secret.equals(material))) return;
      const after = held.at(-1)?.created_at;
      if (after === undefined) throw new Error("A workspace has a first key before another one");
      await create(tx, workspaceId, purpose, { material, after });
      workspaceKeys.delete(`${workspaceId}:${purpose}`);
    },
    seal(plain, context) {
      const key = ring.platform("secret");
      return `${key.shortId}.${sealBytes(key.secret, Buffer.from(plain), context).toString("base64")}`;
    },
    open(sealed, context) {
      const [shortId = "", body = ""] = sealed.split(".");
      const material = byShortId.get(Number(shortId))?.secret;
      if (!material) throw new Error("Sealed with a key that the ring lacks");
      return openBytes(material, Buffer.from(body, "base64"), context).toString();
    },
    async rotate(database, newSecret) {
      const next = deriveKey(newSecret, "wrap");
      const rows = await listKeys(database);
      await database.transaction().execute(async (tx) => {
        for (const row of rows) {
          await rewrapKey(tx, row.id, sealBytes(next, unwrap(row).secret, row.id).toString("base64"));
        }
        await saveFact(tx, factName, fingerprint(newSecret), clock.now());
      });
      wrappingKey = next;
      return rows.length;
    },
  };
  return ring;
}
