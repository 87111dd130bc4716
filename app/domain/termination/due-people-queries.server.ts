import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import { mailPurpose } from "../consent/consent";
import type { DueMoments } from "./due-people";

type Scope = { leads: Database["leads"] } & Database;
type Builder = ExpressionBuilder<Scope, "leads">;
type Test = Expression<SqlBool>;

/** Leads of one workspace behind `after` and up to `upTo`, in the order of their ids. */
export interface LeadWindow {
  workspaceId: string;
  after: string;
  upTo: string;
}

/**
 * Whether there is such a row, asked for each person by a key. A database may turn `exists` into a list of the whole table first;
 * a value with a limit it may not.
 */
const has = (e: Builder, rows: { limit(count: number): Expression<unknown> }): Test =>
  e(rows.limit(1) as Expression<string | number | null>, "is not", null);
const without = (e: Builder, rows: Parameters<typeof has>[1]): Test => e.not(has(e, rows));

/** What the person fetched. */
const downloads = (e: Builder) =>
  e
    .selectFrom("lead_downloads")
    .select("lead_downloads.id")
    .whereRef("lead_downloads.workspace_id", "=", "leads.workspace_id")
    .whereRef("lead_downloads.lead_id", "=", "leads.id")
    .where("machine", "=", 0);

/** What the person agreed to, or asked to agree to. */
const agreements = (e: Builder) =>
  e
    .selectFrom("consents")
    .select("consents.id")
    .whereRef("consents.workspace_id", "=", "leads.workspace_id")
    .whereRef("consents.address_hash", "=", "leads.address_hash")
    .where("consents.address_hash", "!=", "")
    .where("act", "in", ["requested", "granted"]);

/** Nothing of the person, and no change by staff, came at this moment or later. */
function silentSince(e: Builder, moment: number): Test {
  const seen = e
    .selectFrom("deliveries")
    .select("deliveries.id")
    .whereRef("deliveries.workspace_id", "=", "leads.workspace_id")
    .whereRef("deliveries.lead_id", "=", "leads.id")
    .where((d) => d.or([d("opened_human_at", ">=", moment), d("clicked_at", ">=", moment)]));
  // Whose opens nobody watches tells of themselves by staying: they agreed to mail and can leave with every message.
  const written = e
    .selectFrom("deliveries")
    .select("deliveries.id")
    .whereRef("deliveries.workspace_id", "=", "leads.workspace_id")
    .whereRef("deliveries.lead_id", "=", "leads.id")
    .where("deliveries.tracked", "=", 0)
    .where("deliveries.state", "=", "sent")
    .where("deliveries.bounced_at", "is", null)
    .where("deliveries.sent_at", ">=", moment);
  const fetched = downloads(e).where("lead_downloads.created_at", ">=", moment);
  const agreed = agreements(e).where("consents.at", ">=", moment);
  return e.and([
    untouchedSince(e, moment),
    e.or([e("leads.last_heard_at", "is", null), e("leads.last_heard_at", "<", moment)]),
    without(e, seen),
    e.or([without(e, written), without(e, mailState(e, "granted"))]),
    without(e, fetched),
    without(e, agreed),
  ]);
}

const untouchedSince = (e: Builder, moment: number): Test =>
  e.and([
    e("leads.created_at", "<", moment),
    e("leads.updated_at", "<", moment),
    e.or([e("leads.last_submission_at", "is", null), e("leads.last_submission_at", "<", moment)]),
  ]);

const mailState = (e: Builder, state: string) =>
  e
    .selectFrom("consent_states")
    .select("consent_states.state")
    .whereRef("consent_states.workspace_id", "=", "leads.workspace_id")
    .whereRef("consent_states.address_hash", "=", "leads.address_hash")
    .where("consent_states.purpose", "=", mailPurpose)
    .where("consent_states.state", "=", state);

/** Came by a form, and no mail may be sent to them. */
const onlyAsked = (e: Builder): Test =>
  e.and([e("leads.origin", "=", "form"), without(e, mailState(e, "granted"))]);

/** They sent nothing, fetched nothing and agreed to nothing after that moment, and were known by then. */
function nothingAfter(e: Builder, moment: Expression<number>): Test {
  const fetched = downloads(e).where("lead_downloads.created_at", ">", moment);
  const agreed = agreements(e).where("consents.at", ">", moment);
  return e.and([
    e("leads.created_at", "<=", moment),
    e.or([e("leads.last_submission_at", "is", null), e("leads.last_submission_at", "<=", moment)]),
    without(e, fetched),
    without(e, agreed),
  ]);
}

/** Opted out of all mail before the moment, and did nothing after that which asks for an answer. */
function optedOut(e: Builder, moment: number): Test {
  const suppressed = e
    .selectFrom("suppressions")
    .select("suppressions.reason")
    .whereRef("suppressions.workspace_id", "=", "leads.workspace_id")
    .whereRef("suppressions.address_hash", "=", "leads.address_hash")
    .where("topic_id", "=", "")
    .where("lifted_at", "is", null)
    .where("reason", "in", ["unsubscribe", "complaint", "objection"])
    .where("suppressions.created_at", "<", moment)
    .where(nothingAfter(e, sql.ref<number>("suppressions.created_at")));
  const withdrawn = mailState(e, "withdrawn")
    .where("consent_states.updated_at", "<", moment)
    .where(nothingAfter(e, sql.ref<number>("consent_states.updated_at")));
  return e.and([
    e("leads.address_hash", "!=", ""),
    untouchedSince(e, moment),
    e.or([has(e, suppressed), has(e, withdrawn)]),
  ]);
}

/** Their data rests while a dispute lasts or a request waits for its answer. */
function mayGo(e: Builder, workspaceId: string): Test {
  const restricted = e
    .selectFrom("restrictions")
    .select("restrictions.lead_id")
    .whereRef("restrictions.workspace_id", "=", "leads.workspace_id")
    .whereRef("restrictions.lead_id", "=", "leads.id")
    .where("restrictions.lifted_at", "is", null);
  // A list of its own: open requests are few, and found by their state.
  const waiting = e
    .selectFrom("privacy_requests")
    .select("privacy_requests.address_hash")
    .where("privacy_requests.workspace_id", "=", workspaceId)
    .where("privacy_requests.address_hash", "!=", "")
    .where("privacy_requests.state", "=", "open");
  return e.and([without(e, restricted), e("leads.address_hash", "not in", waiting)]);
}

const isDue = (e: Builder, moments: DueMoments): Test =>
  e.or([
    ...(moments.quiet === undefined ? [] : [silentSince(e, moments.quiet)]),
    e.and([onlyAsked(e), silentSince(e, moments.asked)]),
    ...(moments.optOut.goes === "person" ? [optedOut(e, moments.optOut.before)] : []),
  ]);

/** The last id of the next window of leads; undefined when there are no more. */
export async function findWindowEnd(
  db: Executor,
  workspaceId: string,
  after: string,
  size: number,
): Promise<string | undefined> {
  const rows = await db
    .selectFrom("leads")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("id", ">", after)
    .orderBy("id")
    .limit(size)
    .execute();
  return rows.at(-1)?.id;
}

const selectWindow = (db: Executor, { workspaceId, after, upTo }: LeadWindow) =>
  db
    .selectFrom("leads")
    .where("leads.workspace_id", "=", workspaceId)
    .where("leads.id", ">", after)
    .where("leads.id", "<=", upTo);

/** People of a window who go. */
export async function listDueIds(db: Executor, window: LeadWindow, moments: DueMoments): Promise<string[]> {
  const rows = await selectWindow(db, window)
    .select("leads.id")
    .where((e) => e.and([mayGo(e, window.workspaceId), isDue(e, moments)]))
    .orderBy("leads.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Of these people those who still go. */
export async function keepDueIds(
  db: Executor,
  workspaceId: string,
  leadIds: readonly string[],
  moments: DueMoments,
): Promise<string[]> {
  if (leadIds.length === 0) return [];
  const rows = await db
    .selectFrom("leads")
    .select("leads.id")
    .where("leads.workspace_id", "=", workspaceId)
    .where("leads.id", "in", [...leadIds])
    .where((e) => e.and([mayGo(e, workspaceId), isDue(e, moments)]))
    .execute();
  return rows.map(({ id }) => id);
}

/** People of a window who stay while the history of their mail goes: they have one that is not too old anyway. */
export async function listMailHistories(
  db: Executor,
  window: LeadWindow,
  moments: DueMoments,
): Promise<{ id: string; addressHash: string }[]> {
  const { optOut } = moments;
  if (optOut.goes !== "mail") return [];
  const rows = await selectWindow(db, window)
    .select(["leads.id", "leads.address_hash"])
    .where((e) => {
      const frequency = e
        .selectFrom("mail_frequencies")
        .select("mail_frequencies.every_days")
        .whereRef("mail_frequencies.workspace_id", "=", "leads.workspace_id")
        .whereRef("mail_frequencies.address_hash", "=", "leads.address_hash");
      const named = e
        .selectFrom("deliveries")
        .innerJoin("campaigns", (on) =>
          on
            .onRef("campaigns.workspace_id", "=", "deliveries.workspace_id")
            .onRef("campaigns.id", "=", "deliveries.campaign_id"),
        )
        .select("deliveries.id")
        .whereRef("deliveries.workspace_id", "=", "leads.workspace_id")
        .whereRef("deliveries.lead_id", "=", "leads.id")
        .where("deliveries.state", "not in", ["prepared", "sending", "unknown"])
        .where((d) => d.or([d("finished_at", "is", null), d("finished_at", ">=", moments.messages)]));
      return e.and([
        mayGo(e, window.workspaceId),
        e.not(isDue(e, moments)),
        optedOut(e, optOut.before),
        e.or([has(e, frequency), has(e, named)]),
      ]);
    })
    .execute();
  return rows.map((row) => ({ id: row.id, addressHash: row.address_hash }));
}
