import type { Deps } from "../deps";
import { releaseNamedLease } from "../jobs/release-named-lease.server";
import { takeNamedLease } from "../jobs/take-named-lease.server";

const leaseMs = 60_000;

/**
 * Does long work that only one process may do at a time, and keeps its lease alive meanwhile; undefined when another
 * one is at it.
 */
export async function holdLease<T>(
  deps: Pick<Deps, "db" | "clock" | "ids">,
  name: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const owner = deps.ids.next();
  const take = () => takeNamedLease(deps.db, name, owner, deps.clock.now(), leaseMs);
  if ((await take()) === undefined) return undefined;
  const heartbeat = setInterval(() => void take().catch(() => undefined), leaseMs / 3);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await releaseNamedLease(deps.db, name, owner);
  }
}
