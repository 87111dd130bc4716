import { maskAddress } from "~/lib/email-address";
import type { Deps } from "../deps";
import { countMail, listFailedRows, listRetriedRows } from "./mail-queries.server";

export interface FailedMail {
  id: string;
  kind: string;
  /** Masked: who runs the instance need not know whom a workspace writes to. */
  to: string;
  state: "retried" | "failed" | "unknown";
  attempts: number;
  error: string;
  /** When it is tried again, or when it was given up. */
  at: number;
}

const addresses = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/g;

const shown = (row: Awaited<ReturnType<typeof listFailedRows>>[number]): FailedMail => ({
  id: row.id,
  kind: row.kind,
  to: maskAddress(row.to_address),
  state: row.state === "failed" || row.state === "unknown" ? row.state : "retried",
  // The try that settled a message is not counted in its row.
  attempts: row.state === "prepared" ? row.attempts : row.attempts + 1,
  error: row.last_error.replace(addresses, (address) => maskAddress(address)),
  at: row.run_at,
});

/** Account messages that did not leave: those that are tried again, then the last that were given up. */
export async function listFailedMail(
  deps: Pick<Deps, "db">,
  limit: number,
): Promise<{ waiting: number; failures: FailedMail[] }> {
  const [retried, failed, counts] = await Promise.all([
    listRetriedRows(deps.db, limit),
    listFailedRows(deps.db, limit),
    countMail(deps.db),
  ]);
  return { waiting: counts.prepared ?? 0, failures: [...retried, ...failed].slice(0, limit).map(shown) };
}
