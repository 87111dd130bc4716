import { type Kysely, MysqlAdapter, type Transaction } from "kysely";

/** What a database can do; features ask for the capability, never for the name. */
export interface Capabilities {
  /** `insert ... on conflict` against `on duplicate key update`. */
  onConflict: boolean;
  /** Data definition inside a transaction rolls back. */
  transactionalDdl: boolean;
  strictTables: boolean;
  /** Takes a statement for one row with the parameters of many. */
  rowByRow: boolean;
  /** Transactions run beside each other and hold single rows; else one runs after the other. */
  locksRows: boolean;
}

const sqlite: Capabilities = {
  onConflict: true,
  transactionalDdl: true,
  strictTables: true,
  rowByRow: true,
  locksRows: false,
};
const mysql: Capabilities = {
  onConflict: false,
  transactionalDdl: false,
  strictTables: false,
  rowByRow: false,
  locksRows: true,
};

// biome-ignore lint/suspicious/noExplicitAny: works for every schema
export function capabilitiesOf(db: Kysely<any> | Transaction<any>): Capabilities {
  return db.getExecutor().adapter instanceof MysqlAdapter ? mysql : sqlite;
}
