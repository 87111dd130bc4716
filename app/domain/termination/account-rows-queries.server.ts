import type { Kysely } from "kysely";
import { dataMap } from "~db/data-map";
import type { Executor } from "~db/schema/executor";
import { blankColumns } from "../privacy/blank-columns";

// biome-ignore lint/suspicious/noExplicitAny: tables are named by the data map, not by the compiler
const untyped = (db: Executor) => db as unknown as Kysely<any>;

/** Its own row is ended by the accounts context. */
const ofAccounts = dataMap.filter(
  ({ name, spec }) => spec.subject?.kind === "account" && name !== "accounts",
);

/** What the tables of the data map say of an account: rows go, or stay with nothing personal in them. What it keeps with a reason stays whole. */
export async function eraseAccountRows(db: Executor, accountId: string): Promise<void> {
  for (const entry of ofAccounts) {
    const { subject } = entry.spec;
    if (!subject) continue;
    if (subject.erase === "delete") {
      await untyped(db).deleteFrom(entry.name).where(subject.column, "=", accountId).execute();
      continue;
    }
    if (subject.erase === "keep") continue;
    const values = blankColumns(entry);
    if (Object.keys(values).length === 0) continue;
    await untyped(db).updateTable(entry.name).set(values).where(subject.column, "=", accountId).execute();
  }
}
