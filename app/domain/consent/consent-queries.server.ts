import type { Insertable, Selectable } from "kysely";
import { idFloor } from "~/lib/id-floor";
import { insertRows } from "~db/dialects/sql/insert-rows";
import { unindexed } from "~db/dialects/sql/unindexed";
import { upsert } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type {
  ConsentAct,
  ConsentBasis,
  ConsentMethod,
  ConsentRow,
  ConsentState,
  ConsentStateRow,
} from "./consent";

export const insertConsents = (db: Executor, rows: readonly Insertable<Database["consents"]>[]) =>
  insertRows(db, "consents", rows);

export const saveConsentStates = (db: Executor, rows: readonly Insertable<Database["consent_states"]>[]) =>
  upsert(db, "consent_states", rows, {
    key: ["workspace_id", "address_hash", "purpose"],
    set: ["state", "basis", "consent_id", "updated_at"],
  });

const toState = (row: Selectable<Database["consent_states"]>): ConsentStateRow => ({
  addressHash: row.address_hash,
  purpose: row.purpose,
  state: row.state as ConsentState,
  basis: row.basis as ConsentBasis,
  updatedAt: row.updated_at,
});

/** Present states of addresses, for one purpose or for all. */
export async function listConsentStates(
  db: Executor,
  workspaceId: string,
  addressHashes: readonly string[],
  purpose?: string,
): Promise<ConsentStateRow[]> {
  if (addressHashes.length === 0) return [];
  let query = db
    .selectFrom("consent_states")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "in", [...addressHashes]);
  if (purpose !== undefined) query = query.where("purpose", "=", purpose);
  return (await query.execute()).map(toState);
}

const toConsent = (row: Selectable<Database["consents"]>): ConsentRow => ({
  id: row.id,
  addressHash: row.address_hash,
  leadId: row.lead_id,
  purpose: row.purpose,
  act: row.act as ConsentAct,
  wording: row.wording,
  locale: row.locale,
  method: row.method as ConsentMethod,
  formId: row.form_id,
  pageVersionId: row.page_version_id,
  submissionId: row.submission_id,
  ip: row.ip,
  at: row.at,
});

/** Evidence of one address, newest first. */
export async function listConsentRows(
  db: Executor,
  workspaceId: string,
  addressHash: string,
  page: { before?: string; limit: number },
): Promise<ConsentRow[]> {
  let query = db
    .selectFrom("consents")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "=", addressHash);
  if (page.before) query = query.where(unindexed("id"), "<", page.before);
  const rows = await query.orderBy(unindexed("id"), "desc").limit(page.limit).execute();
  return rows.map(toConsent);
}

export async function listRestrictedLeads(
  db: Executor,
  workspaceId: string,
  leadIds: readonly string[],
): Promise<Set<string>> {
  if (leadIds.length === 0) return new Set();
  const rows = await db
    .selectFrom("restrictions")
    .select("lead_id")
    .where("workspace_id", "=", workspaceId)
    .where("lead_id", "in", [...leadIds])
    .where("lifted_at", "is", null)
    .execute();
  return new Set(rows.map((row) => row.lead_id));
}

/**
 * Erasing a person: the proof stays, what names the lead goes. What was withdrawn stays withdrawn under the keyed hash, so that
 * an import that comes later writes to nobody who opted out.
 */
export async function forgetLead(
  db: Executor,
  workspaceId: string,
  leadId: string,
  addressHash: string,
): Promise<void> {
  await db
    .updateTable("consents")
    .set({ lead_id: "", ip: "" })
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "=", addressHash)
    .where("lead_id", "=", leadId)
    .execute();
  await db
    .deleteFrom("consent_states")
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "=", addressHash)
    .where("state", "!=", "withdrawn")
    .execute();
  await db
    .deleteFrom("mail_frequencies")
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "=", addressHash)
    .execute();
  await db
    .deleteFrom("restrictions")
    .where("workspace_id", "=", workspaceId)
    .where("lead_id", "=", leadId)
    .execute();
}

export const insertCookieChoice = (db: Executor, row: Insertable<Database["cookie_choices"]>) =>
  db.insertInto("cookie_choices").values(row).execute();

/** By the key: ids are made in the order of time. */
export async function countRequestedSince(
  db: Executor,
  workspaceId: string,
  since: number,
  purpose: string,
): Promise<number> {
  const row = await db
    .selectFrom("consents")
    .select((e) => e.fn.countAll().as("count"))
    .where("workspace_id", "=", workspaceId)
    .where("id", ">=", idFloor(since))
    .where("act", "=", "requested")
    .where((e) => e(e.fn("substr", ["purpose", e.val(1), e.val(purpose.length)]), "=", purpose))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
