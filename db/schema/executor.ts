import type { Kysely, Transaction } from "kysely";
import type { Database } from "./database";

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;
/** What a query takes: the database or an open transaction, which is a database of its own. Not a union: the compiler would resolve each call twice. */
export type Executor = Db;
