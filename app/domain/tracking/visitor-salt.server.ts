import { randomBytes } from "node:crypto";
import type { Deps } from "../deps";
import { deleteSaltsBefore, findSalt, insertSalt } from "./visit-queries.server";

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

export interface DailySalt {
  get(): Promise<string>;
  /** Undefined before it was fetched today. */
  present(): string | undefined;
}

/** The salt of the present day, the same in every process. Kept in memory for its day only. */
export function createDailySalt(deps: Pick<Deps, "db" | "clock">): DailySalt {
  let known: { day: string; salt: string } | undefined;
  const present = () => (known?.day === dayOf(deps.clock.now()) ? known.salt : undefined);
  const get = async () => {
    const now = deps.clock.now();
    const day = dayOf(now);
    if (known?.day === day) return known.salt;
    await insertSalt(deps.db, { day, salt: randomBytes(32).toString("hex"), created_at: now });
    const salt = await findSalt(deps.db, day);
    if (!salt) throw new Error("The day's salt cannot be read");
    known = { day, salt };
    return salt;
  };
  return { get, present };
}

/** Forgets the salts of days gone by: from then on nobody can tell whose visits those were. */
export const removeOldSalts = (deps: Pick<Deps, "db" | "clock">) =>
  deleteSaltsBefore(deps.db, dayOf(deps.clock.now()));
