import { CompiledQuery } from "kysely";

/**
 * A statement for one row and the parameters of many, one row after the other: a connection that answers without a
 * network runs the prepared statement once for each row, which costs less than a long statement.
 */
export interface RowsQuery extends CompiledQuery {
  /** Parameters of one row. */
  readonly width: number;
}

export const rowsQuery = (sql: string, width: number, parameters: readonly unknown[]): RowsQuery => ({
  ...CompiledQuery.raw(sql, parameters as unknown[]),
  width,
});

/** Parameters of one row, where the query is for many; undefined for every other query. */
export const rowWidth = (query: CompiledQuery): number | undefined => (query as Partial<RowsQuery>).width;
