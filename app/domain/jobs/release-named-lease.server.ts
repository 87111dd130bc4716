import type { Db } from "~db/schema/executor";
import { releaseNamedLease as releaseLease } from "./job-queries.server";

/** Gives a lease back before its time is up. */
export async function releaseNamedLease(db: Db, name: string, owner: string): Promise<void> {
  await releaseLease(db, name, owner);
}
