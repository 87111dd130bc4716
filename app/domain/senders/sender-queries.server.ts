import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Sender, SenderState } from "./sender";
import type { DnsState, SendingDomain } from "./sending-domain";

const toSender = (row: Selectable<Database["senders"]>): Sender => ({
  id: row.id,
  fromName: row.from_name,
  fromEmail: row.from_email,
  replyTo: row.reply_to,
  postalAddress: row.postal_address,
  state: row.state as SenderState,
  createdAt: row.created_at,
});

export const insertSender = (db: Executor, row: Insertable<Database["senders"]>) =>
  db.insertInto("senders").values(row).execute();

export async function updateSenderRow(
  db: Executor,
  workspaceId: string,
  id: string,
  changes: Updateable<Database["senders"]>,
): Promise<boolean> {
  const changed = await db
    .updateTable("senders")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

export async function findSenderRow(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<Sender | undefined> {
  const row = await db
    .selectFrom("senders")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row && toSender(row);
}

export async function listSenderRows(
  db: Executor,
  workspaceId: string,
  page: { after?: string; limit: number },
): Promise<Sender[]> {
  let query = db
    .selectFrom("senders")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null)
    .orderBy("id")
    .limit(page.limit);
  if (page.after) query = query.where("id", ">", page.after);
  return (await query.execute()).map(toSender);
}

const toDomain = (row: Selectable<Database["sending_domains"]>): SendingDomain => ({
  domain: row.domain,
  selector: row.selector,
  dkimPublic: row.dkim_public,
  spf: row.spf_state as DnsState,
  dkim: row.dkim_state as DnsState,
  dmarc: row.dmarc_state as DnsState,
  checkedAt: row.checked_at ?? undefined,
});

const domainRow = (db: Executor, workspaceId: string, domain: string) =>
  db
    .selectFrom("sending_domains")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("domain", "=", domain)
    .executeTakeFirst();

export async function findDomain(
  db: Executor,
  workspaceId: string,
  domain: string,
): Promise<SendingDomain | undefined> {
  const row = await domainRow(db, workspaceId, domain);
  return row && toDomain(row);
}

/** The sealed private key beside its selector. */
export async function findSealedKey(db: Executor, workspaceId: string, domain: string) {
  const row = await domainRow(db, workspaceId, domain);
  return row && { selector: row.selector, sealed: row.dkim_private };
}

export const insertDomain = (db: Executor, row: Insertable<Database["sending_domains"]>) =>
  insertIfAbsent(db, "sending_domains", row);

export const saveDnsStates = (
  db: Executor,
  workspaceId: string,
  domain: string,
  states: { spf: DnsState; dkim: DnsState; dmarc: DnsState; checkedAt: number },
) =>
  db
    .updateTable("sending_domains")
    .set({
      spf_state: states.spf,
      dkim_state: states.dkim,
      dmarc_state: states.dmarc,
      checked_at: states.checkedAt,
    })
    .where("workspace_id", "=", workspaceId)
    .where("domain", "=", domain)
    .execute();

/** Senders of a domain follow what DNS says; those the operator vouches for stay. */
export async function moveSendersOfDomain(
  db: Executor,
  workspaceId: string,
  domain: string,
  verified: boolean,
): Promise<void> {
  await db
    .updateTable("senders")
    .set({ state: verified ? "verified" : "unverified" })
    .where("workspace_id", "=", workspaceId)
    .where(sql<boolean>`from_email like ${`%@${domain.replace(/[!%_]/g, "!$&")}`} escape '!'`)
    .where("state", "!=", "vouched")
    .where("removed_at", "is", null)
    .execute();
}

export const listDomainsToCheck = (db: Executor, before: number, limit: number) =>
  db
    .selectFrom("sending_domains")
    .select(["workspace_id", "domain"])
    .where((e) => e.or([e("checked_at", "is", null), e("checked_at", "<", before)]))
    .orderBy("workspace_id")
    .limit(limit)
    .execute();
