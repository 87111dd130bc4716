export interface PreparedSql {
  reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
}
export interface SqliteHandle {
  prepare(sql: string): PreparedSql;
  exec(sql: string): void;
  close(): void;
}
export function openSqlite(file: string, options?: { readOnly?: boolean }): SqliteHandle;
