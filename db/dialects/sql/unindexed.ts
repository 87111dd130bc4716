import { type RawBuilder, sql } from "kysely";

/**
 * A column that no index may sort or cut by. SQLite keeps no statistics here: where a key has the order that is asked
 * for, it walks all rows of the workspace in that order, rather than sort the few that an index of another column finds.
 */
export const unindexed = <T = string>(column: string): RawBuilder<T> =>
  sql<T>`coalesce(${sql.ref(column)}, ${sql.ref(column)})`;
