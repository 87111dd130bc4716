import type { RetentionClass } from "~db/schema/define";
import { keptVisitDays } from "../tracking/visit-retention";

/** How long each class is kept where the customer chose nothing else; undefined for as long as its owner. */
export const retentionDays: Record<RetentionClass, number | undefined> = {
  account: undefined,
  workspace: undefined,
  leads: undefined,
  marketing: undefined,
  usage: keptVisitDays,
  proof: undefined,
  security: 396,
  work: 30,
  forever: undefined,
};

export interface AgeRule {
  /** The column that says how old a row is: a time, or an id that was made with the row. */
  column: string;
  isId?: true;
  /** Rows that are nobody's any more stay: this column then holds that value. */
  cleared?: { column: string; to: string };
  /** Only rows in these states can be too old. */
  states?: readonly string[];
}

/** Where the age of a row is not simply the time it was made. */
export const ageRules: Readonly<Record<string, AgeRule>> = {
  audit_details: { column: "entry_id", isId: true },
  clicks: { column: "at", cleared: { column: "delivery_id", to: "" } },
  opens: { column: "at", cleared: { column: "delivery_id", to: "" } },
  deliveries: {
    column: "run_at",
    cleared: { column: "lead_id", to: "" },
    states: ["sent", "failed", "excluded", "cancelled"],
  },
  jobs: { column: "run_at" },
  lead_imports: { column: "created_at", cleared: { column: "problems", to: "[]" } },
  sessions: { column: "last_seen_at" },
};
