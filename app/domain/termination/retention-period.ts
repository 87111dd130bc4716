import type { RetentionClass } from "~db/schema/define";
import { daysOfMonths, type RetentionChoices } from "../workspaces/retention-choices";

/** Days that each class is kept; undefined for as long as its owner. */
export type Periods = Readonly<Record<RetentionClass, number | undefined>>;

const daysOrOwner = (months: number) => (months > 0 ? daysOfMonths(months) : undefined);

/** A file cannot outlive the submission it belongs to. */
function uploadMonths({ uploadMonths: own, submissionMonths }: RetentionChoices): number {
  if (own === 0 || submissionMonths === 0) return own || submissionMonths;
  return Math.min(own, submissionMonths);
}

/** What the platform keeps to, and what the customer chose below it. */
export const periodsOf = (choices: RetentionChoices): Periods => ({
  account: undefined,
  workspace: undefined,
  // People and what says how they may be written to go by when they were last heard from: due-people-queries.
  leads: undefined,
  marketing: undefined,
  submissions: daysOrOwner(choices.submissionMonths),
  uploads: daysOrOwner(uploadMonths(choices)),
  visits: daysOfMonths(choices.visitMonths),
  messages: daysOfMonths(choices.messageMonths),
  support: 731,
  proof: undefined,
  /** Seven years, as tax law asks for. */
  billing: 2557,
  security: 396,
  work: 30,
  forever: undefined,
});

export interface AgeRule {
  /** The column that says how old a row is: a time, or an id that was made with the row. */
  column: string;
  isId?: true;
  /** Rows that are nobody's any more stay, with their personal columns blank: this column then holds that value. */
  cleared?: { column: string; to: string };
  /** Only rows where this column holds that value can be too old. */
  only?: { column: string; is: string };
}

/** Where the age of a row is not simply the time it was made. */
export const ageRules: Readonly<Record<string, AgeRule>> = {
  abuse_notices: { column: "closed_at", cleared: { column: "explanation", to: "" } },
  audit_details: { column: "entry_id", isId: true },
  // With a file they are not over yet.
  exports: { column: "created_at", only: { column: "file", is: "" } },
  jobs: { column: "run_at" },
  lead_imports: { column: "created_at", cleared: { column: "problems", to: "[]" } },
  privacy_requests: { column: "closed_at", cleared: { column: "email", to: "" } },
  sessions: { column: "last_seen_at" },
};

const timeColumns = ["at", "created_at", "claimed_at", "slot"];

/** How the age of a table's rows is told; undefined where nothing tells it. */
export function ageRuleOf(table: string, columns: Readonly<Record<string, unknown>>): AgeRule | undefined {
  const column = timeColumns.find((name) => name in columns);
  return ageRules[table] ?? (column ? { column } : undefined);
}
