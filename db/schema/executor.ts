import type { Kysely, Transaction } from "kysely";
import type { Database } from "./database";

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;
/** What a query takes: the database or an open transaction. */
export type Executor = Db | Tx;
