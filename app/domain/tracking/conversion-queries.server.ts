import type { Insertable } from "kysely";
import { insertMissing } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";

export const insertConversions = (db: Executor, rows: readonly Insertable<Database["conversions"]>[]) =>
  insertMissing(db, "conversions", rows);
