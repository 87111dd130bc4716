import type { Selectable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { PolicyName, PolicyVersion } from "./policy";

const toVersion = (row: Selectable<Database["policy_versions"]>): PolicyVersion => ({
  policy: row.policy as PolicyName,
  version: row.version,
  title: row.title,
  body: row.body,
  material: row.material === 1,
  publishedAt: row.published_at,
});

export const insertPolicyVersion = (db: Executor, version: PolicyVersion): Promise<boolean> =>
  insertIfAbsent(db, "policy_versions", {
    policy: version.policy,
    version: version.version,
    title: version.title,
    body: version.body,
    material: version.material ? 1 : 0,
    published_at: version.publishedAt,
  });

/** Newest first. */
export async function listPolicyRows(db: Executor, policy: PolicyName): Promise<PolicyVersion[]> {
  const rows = await db
    .selectFrom("policy_versions")
    .selectAll()
    .where("policy", "=", policy)
    .orderBy("version", "desc")
    .limit(200)
    .execute();
  return rows.map(toVersion);
}

/** The newest version, and the newest that asks for acceptance, of each policy. */
export async function listPolicyHeads(db: Executor) {
  const rows = await db
    .selectFrom("policy_versions")
    .select((e) => ["policy", "material", e.fn.max("version").as("version")])
    .groupBy(["policy", "material"])
    .limit(100)
    .execute();
  const heads = new Map<string, { newest: number; material: number }>();
  for (const row of rows) {
    const head = heads.get(row.policy) ?? { newest: 0, material: 0 };
    head.newest = Math.max(head.newest, Number(row.version));
    if (row.material === 1) head.material = Math.max(head.material, Number(row.version));
    heads.set(row.policy, head);
  }
  return heads;
}

export async function findPolicyRow(
  db: Executor,
  policy: PolicyName,
  version: number,
): Promise<PolicyVersion | undefined> {
  const row = await db
    .selectFrom("policy_versions")
    .selectAll()
    .where("policy", "=", policy)
    .where("version", "=", version)
    .executeTakeFirst();
  return row && toVersion(row);
}

/** The newest version each policy was accepted in. */
export async function findAcceptedVersions(db: Executor, accountId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("policy_acceptances")
    .select((e) => ["policy", e.fn.max("version").as("version")])
    .where("account_id", "=", accountId)
    .groupBy("policy")
    .limit(100)
    .execute();
  return new Map(rows.map((row) => [row.policy, Number(row.version)]));
}

export const insertAcceptance = (
  db: Executor,
  row: { account_id: string; policy: string; version: number; at: number; ip: string },
): Promise<boolean> => insertIfAbsent(db, "policy_acceptances", row);
