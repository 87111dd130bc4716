import { sealAudit, signAuditHeads } from "~/domain/audit/seal-audit.server";
import { removeOldQueueRows } from "~/domain/events/remove-old-queue-rows.server";
import type { ServerDeps } from "./server-deps";

export interface RecurringWork {
  name: string;
  everyMs: number;
  run(deps: ServerDeps): Promise<unknown>;
}

const second = 1000;
const hour = 3_600_000;

/** THE list of recurring work. Each slot is claimed by one process. */
export const recurringWork: readonly RecurringWork[] = [
  { name: "audit.seal", everyMs: second, run: sealAudit },
  { name: "audit.sign-heads", everyMs: hour, run: signAuditHeads },
  { name: "queues.tidy", everyMs: hour, run: removeOldQueueRows },
];
