import { dataMap, type TableEntry, workspaceColumn } from "~db/data-map";
import { countOldVisits, forgetOldVisits } from "../analytics/forget-old-visits.server";
import { forgetOldDetails } from "../audit/forget-old-details.server";
import { countRecipients, forgetRecipients } from "../campaigns/forget-recipients.server";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { inSteps } from "../jobs/in-steps.server";
import { removeOldFiles } from "../leads/erase-lead-files.server";
import { forgetDownloads } from "../leads/forget-downloads.server";
import { countWhoSaw, forgetWhoSaw } from "../tracking/forget-who-saw.server";
import type { VisitTable } from "../tracking/remove-visits-before.server";
import { type AgedRows, countAgedRows, endAgedRows } from "./aged-rows-queries.server";
import { notOfResting, notResting, notVisitedByResting } from "./resting-leads";
import { ageRuleOf } from "./retention-period";

export type AgeDeps = Pick<Deps, "db" | "reader" | "transact" | "clock"> & { files: FileStore };

/** What happens to the rows of one table that grew too old. Counting tells exactly what ending would do. */
export interface AgeStep {
  entry: TableEntry;
  count(deps: AgeDeps, workspaceId: string, before: number): Promise<number>;
  end(deps: AgeDeps, workspaceId: string, before: number): Promise<number>;
}

type Special = Partial<Omit<AgeStep, "entry">>;

const seen = (table: "opens" | "clicks"): Special => ({
  count: (deps, workspaceId, before) =>
    countWhoSaw(deps, table, workspaceId, before, notOfResting(workspaceId, `${table}.delivery_id`)),
  end: (deps, workspaceId, before) =>
    forgetWhoSaw(deps, table, workspaceId, before, notOfResting(workspaceId, `${table}.delivery_id`)),
});

const visited = (table: VisitTable): Special => ({
  count: (deps, workspaceId, before) =>
    countOldVisits(deps, table, workspaceId, { before, only: notVisitedByResting(workspaceId) }),
  end: (deps, workspaceId, before) =>
    forgetOldVisits(deps, table, workspaceId, { before, only: notVisitedByResting(workspaceId) }),
});

/** Tables whose context has more to say than how old a row is. */
const specials: Readonly<Record<string, Special>> = {
  audit_details: { end: forgetOldDetails },
  clicks: seen("clicks"),
  opens: seen("opens"),
  deliveries: {
    count: (deps, workspaceId, before) =>
      countRecipients(deps, workspaceId, before, notResting(workspaceId, "deliveries.lead_id")),
    end: (deps, workspaceId, before) =>
      forgetRecipients(deps, workspaceId, before, notResting(workspaceId, "deliveries.lead_id")),
  },
  lead_downloads: {
    end: (deps, workspaceId, before) =>
      forgetDownloads(deps, workspaceId, before, notResting(workspaceId, "lead_downloads.lead_id")),
  },
  lead_files: {
    end: (deps, workspaceId, before) =>
      removeOldFiles(deps, workspaceId, before, notResting(workspaceId, "lead_files.lead_id")),
  },
  visits: visited("visits"),
  conversions: visited("conversions"),
};

/** Work that goes by a clock of its own, sooner than its class, and with what lies outside the table. */
const ownClock = new Set([
  "day_visitors",
  "idempotency_answers",
  "invitations",
  "outbox_messages",
  "page_minutes",
  "webhook_deliveries",
]);

function stepByAge(entry: TableEntry): Omit<AgeStep, "entry"> | undefined {
  const rule = ageRuleOf(entry.name, entry.spec.columns);
  if (!rule) return undefined;
  const aged = (workspaceId: string, before: number): AgedRows => ({ entry, rule, workspaceId, before });
  return {
    count: (deps, workspaceId, before) => countAgedRows(deps.reader, aged(workspaceId, before)),
    end: (deps, workspaceId, before) =>
      inSteps(deps, (tx, page) => endAgedRows(tx, aged(workspaceId, before), page)),
  };
}

function stepOf(entry: TableEntry): AgeStep | undefined {
  if (!workspaceColumn(entry) || entry.spec.scope !== "tenant" || ownClock.has(entry.name)) return undefined;
  const step = { ...stepByAge(entry), ...specials[entry.name] };
  return step.count && step.end && { entry, count: step.count, end: step.end };
}

/** A step for each table of a workspace whose rows have an age, as the data map tells. */
export const ageSteps: readonly AgeStep[] = dataMap.flatMap((entry) => stepOf(entry) ?? []);
