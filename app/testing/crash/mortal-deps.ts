import type { KyselyPlugin } from "kysely";
import type { Deps } from "~/domain/deps";
import { createTransact } from "~db/dialects/sql/transact";
import type { Db } from "~db/schema/executor";

/** What a process that was killed would have said. */
export class Death extends Error {}

/** A database that is cut off right after that many statements have run: nothing reaches it from then on. */
export function mortalDatabase(db: Db, statements: number): { db: Db; ran(): number; died(): boolean } {
  let ran = 0;
  let dead = false;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      if (dead) throw new Death("The process is dead");
      return node;
    },
    async transformResult({ result }) {
      ran += 1;
      if (ran >= statements) {
        dead = true;
        throw new Death(`Died after statement ${ran}`);
      }
      return result;
    },
  };
  return { db: db.withPlugin(plugin), ran: () => ran, died: () => dead };
}

/** Deps of a process that dies after so many statements; open transactions are rolled back, as a lost connection does. */
export function mortalDeps<D extends Deps>(deps: D, statements: number) {
  const { db, ran, died } = mortalDatabase(deps.db, statements);
  return { deps: { ...deps, db, reader: db, transact: createTransact(db) } as D, ran, died };
}

/** How many statements a piece of work takes when nobody dies. */
export async function countStatements<D extends Deps>(
  deps: D,
  work: (deps: D) => Promise<unknown>,
): Promise<number> {
  const alive = mortalDeps(deps, Number.POSITIVE_INFINITY);
  await work(alive.deps);
  return alive.ran();
}

/** Runs the work as a process that dies after so many statements; whether it died. */
export async function dieWithin<D extends Deps>(
  deps: D,
  statements: number,
  work: (deps: D) => Promise<unknown>,
): Promise<boolean> {
  const mortal = mortalDeps(deps, statements);
  await work(mortal.deps).catch((error) => {
    if (!mortal.died()) throw error;
  });
  return mortal.died();
}
