export interface PreparedSql {
  reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}
export interface SqliteHandle {
  prepare(sql: string): PreparedSql;
  exec(sql: string): void;
  close(): void;
}
export interface OpenOptions {
  readOnly?: boolean;
  /** `full`, the default, waits for the disk in each commit; `normal` leaves that to whoever answers for durability. */
  synchronous?: "full" | "normal";
  /** Memory for pages of the file; 16 when left out. */
  cacheMb?: number;
  /** How long its thread stands still where another connection has the file locked, once it is open; 5000 when left out. */
  waitMs?: number;
}
export function openSqlite(file: string, options?: OpenOptions): SqliteHandle;
export interface StatementAnswer {
  rows?: unknown[];
  changes?: number;
}
export function runStatement(
  handle: SqliteHandle,
  sql: string,
  parameters: readonly unknown[],
): StatementAnswer;
export function runForRows(
  handle: SqliteHandle,
  sql: string,
  rows: Iterable<readonly unknown[]>,
): StatementAnswer;
