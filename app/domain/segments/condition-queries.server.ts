import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { foldText } from "~/lib/fold-text";
import { addDays, startOfDay } from "~/lib/zoned-day";
import { containsPattern } from "~db/dialects/sql/search";
import type { Database } from "~db/schema/database";
import type { FieldRule, SegmentFilter, SegmentRule } from "./segment";

export type LeadBuilder = ExpressionBuilder<Database, "leads">;
type Condition = Expression<SqlBool>;

/** What days are counted by. */
export interface Calendar {
  zone: string;
  now: number;
}

/** Search text holds at most 1000 characters: of a longer one the rest is unknown here. */
const truncatedFrom = 990;
const always = sql<SqlBool>`1 = 1`;
const never = sql<SqlBool>`1 = 0`;

/** Leads whose search text holds the folded words. */
export const searchCondition = (e: LeadBuilder, folded: string): Condition =>
  sql<SqlBool>`${e.ref("leads.search_text")} like ${containsPattern(folded)} escape '!'`;

/** Tests whose value stands in the text of those who pass. */
const searchedFor = new Set<FieldRule["is"]>(["equals", "contains", "starts_with"]);

/** A superset of those for whom the rule holds; the rule itself is decided on the lead. */
function candidates(e: LeadBuilder, rule: FieldRule): Condition {
  const folded = foldText(rule.value);
  if (!searchedFor.has(rule.is) || folded === "") return always;
  return e.or([
    searchCondition(e, folded),
    sql<SqlBool>`length(${e.ref("leads.search_text")}) >= ${truncatedFrom}`,
  ]);
}

function submissionCondition(e: LeadBuilder, column: "form_id" | "page_id", id: string, sent: boolean) {
  const found = e.exists(
    e
      .selectFrom("submissions")
      .select("submissions.id")
      .whereRef("submissions.workspace_id", "=", "leads.workspace_id")
      .whereRef("submissions.lead_id", "=", "leads.id")
      .where(`submissions.${column}`, "=", id)
      .where("submissions.state", "=", "accepted"),
  );
  return sent ? found : e.not(found);
}

function consentCondition(e: LeadBuilder, rule: Extract<SegmentRule, { kind: "consent" }>): Condition {
  const state = e
    .selectFrom("consent_states")
    .select("consent_states.state")
    .whereRef("consent_states.workspace_id", "=", "leads.workspace_id")
    .whereRef("consent_states.address_hash", "=", "leads.address_hash")
    .where("consent_states.purpose", "=", rule.purpose);
  if (rule.state === "none") return e.not(e.exists(state));
  return e.exists(state.where("consent_states.state", "=", rule.state));
}

function dateCondition(
  e: LeadBuilder,
  { of, from, to, days }: Extract<SegmentRule, { kind: "date" }>,
  { zone, now }: Calendar,
): Condition {
  const column = of === "created" ? "leads.created_at" : "leads.last_submission_at";
  const parts: Condition[] = [e(column, "is not", null)];
  if (days) parts.push(e(column, ">=", now - days * 86_400_000));
  if (from) parts.push(e(column, ">=", startOfDay(from, zone)));
  if (to) parts.push(e(column, "<", startOfDay(addDays(to, 1), zone)));
  return e.and(parts);
}

export function ruleCondition(e: LeadBuilder, rule: SegmentRule, calendar: Calendar): Condition {
  switch (rule.kind) {
    case "field":
      return candidates(e, rule);
    case "consent":
      return consentCondition(e, rule);
    case "form":
      return submissionCondition(e, "form_id", rule.form, rule.sent);
    case "page":
      return submissionCondition(e, "page_id", rule.page, rule.sent);
    case "date":
      return dateCondition(e, rule, calendar);
    case "origin":
      return e("leads.origin", "=", rule.origin);
  }
}

/** All leads for whom the filter may hold. Exact unless it has field rules. */
export function segmentCondition(e: LeadBuilder, filter: SegmentFilter, calendar: Calendar): Condition {
  const conditions = filter.rules.map((rule) => ruleCondition(e, rule, calendar));
  if (conditions.length === 0) return filter.match === "all" ? always : never;
  return filter.match === "all" ? e.and(conditions) : e.or(conditions);
}
