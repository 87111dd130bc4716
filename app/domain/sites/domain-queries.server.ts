import type { Selectable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { AddressState, DomainState, SiteDomain } from "./site-domain";

const toDomain = (row: Selectable<Database["site_domains"]>): SiteDomain => ({
  workspaceId: row.workspace_id,
  siteId: row.site_id,
  domain: row.domain,
  token: row.token,
  state: row.state as DomainState,
  address: row.address_state as AddressState,
  trouble: row.trouble,
  checkedAt: row.checked_at ?? undefined,
  verifiedAt: row.verified_at ?? undefined,
  failingSince: row.failing_since ?? undefined,
  createdAt: row.created_at,
});

/** False when the workspace has the domain already. */
export const insertDomain = (db: Executor, domain: SiteDomain): Promise<boolean> =>
  insertIfAbsent(db, "site_domains", {
    workspace_id: domain.workspaceId,
    domain: domain.domain,
    site_id: domain.siteId,
    token: domain.token,
    state: domain.state,
    address_state: domain.address,
    trouble: domain.trouble,
    checked_at: domain.checkedAt ?? null,
    verified_at: domain.verifiedAt ?? null,
    failing_since: domain.failingSince ?? null,
    created_at: domain.createdAt,
  });

export const saveDomain = (db: Executor, domain: SiteDomain) =>
  db
    .updateTable("site_domains")
    .set({
      state: domain.state,
      address_state: domain.address,
      trouble: domain.trouble.slice(0, 300),
      checked_at: domain.checkedAt ?? null,
      verified_at: domain.verifiedAt ?? null,
      failing_since: domain.failingSince ?? null,
    })
    .where("workspace_id", "=", domain.workspaceId)
    .where("domain", "=", domain.domain)
    .execute();

export async function deleteDomain(db: Executor, workspaceId: string, domain: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom("site_domains")
    .where("workspace_id", "=", workspaceId)
    .where("domain", "=", domain)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows) > 0;
}

export async function selectDomain(
  db: Executor,
  workspaceId: string,
  domain: string,
): Promise<SiteDomain | undefined> {
  const row = await db
    .selectFrom("site_domains")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("domain", "=", domain)
    .executeTakeFirst();
  return row && toDomain(row);
}

export async function selectDomains(
  db: Executor,
  workspaceId: string,
  siteId?: string,
): Promise<SiteDomain[]> {
  let query = db.selectFrom("site_domains").selectAll().where("workspace_id", "=", workspaceId);
  if (siteId !== undefined) query = query.where("site_id", "=", siteId);
  const rows = await query.orderBy("domain").limit(500).execute();
  return rows.map(toDomain);
}

/** Domains of the instance not looked at since a moment; those in trouble not since a later one. */
export async function selectDomainsToCheck(
  db: Executor,
  before: { any: number; waiting: number },
  limit: number,
): Promise<{ workspaceId: string; domain: string }[]> {
  const rows = await db
    .selectFrom("site_domains")
    .select(["workspace_id", "domain"])
    .where(({ eb, or, and }) =>
      or([
        eb("checked_at", "is", null),
        eb("checked_at", "<", before.any),
        and([eb("state", "!=", "verified"), eb("state", "!=", "off"), eb("checked_at", "<", before.waiting)]),
      ]),
    )
    .orderBy("checked_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ workspaceId: row.workspace_id, domain: row.domain }));
}
