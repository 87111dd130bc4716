import type { Db } from "~db/schema/executor";
import { removeOldSlots as removeSlots } from "./job-queries.server";

/** Forgets claimed slots of recurring work before a time. */
export async function removeOldSlots(deps: { db: Db }, before: number): Promise<void> {
  await removeSlots(deps.db, before);
}
