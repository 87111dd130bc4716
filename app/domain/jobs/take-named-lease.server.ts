import type { Db } from "~db/schema/executor";
import { takeNamedLease as takeLease } from "./job-queries.server";

/** Takes or renews a lease by name; its epoch, or undefined while another process holds it. */
export function takeNamedLease(
  db: Db,
  name: string,
  owner: string,
  now: number,
  durationMs: number,
): Promise<number | undefined> {
  return takeLease(db, name, owner, now, durationMs);
}
