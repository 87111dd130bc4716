import type { Db } from "~db/schema/executor";
import { claimRecurringSlot as claimSlot } from "./job-queries.server";

/** True for the one process that may run this slot of a recurring piece of work. */
export function claimRecurringSlot(db: Db, name: string, slot: number, now: number): Promise<boolean> {
  return claimSlot(db, name, slot, now);
}
