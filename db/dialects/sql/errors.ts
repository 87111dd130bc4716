interface DriverError {
  errno?: number;
  code?: string;
  message?: string;
}

const asDriverError = (error: unknown): DriverError => (error ?? {}) as DriverError;

/** A primary key or unique key that exists already. */
export function isDuplicateKey(error: unknown): boolean {
  const { errno, message = "" } = asDriverError(error);
  return errno === 1062 || /UNIQUE constraint failed/.test(message);
}

const retryable = new Set([1205, 1213, 1047]);

/** Another connection writes to the file. */
export const isFileLocked = (error: unknown): boolean =>
  /database is locked|SQLITE_BUSY/.test(asDriverError(error).message ?? "");

/** Another program holds the write lock for longer than anybody waits: nothing was stored. */
export class DatabaseLockedError extends Error {
  readonly code = "DATABASE_LOCKED";
  constructor() {
    super("Another program holds the write lock on the database.");
    this.name = "DatabaseLockedError";
  }
}

/** The whole transaction may be tried again: deadlock, lock time-out, failed certification, busy file. */
export function isRetryable(error: unknown): boolean {
  const { errno } = asDriverError(error);
  return (errno !== undefined && retryable.has(errno)) || isFileLocked(error);
}

const lostConnection =
  /ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|PROTOCOL_CONNECTION_LOST|ER_SERVER_SHUTDOWN|POOL_CLOSED|ER_CON_COUNT_ERROR/;
const noSpace =
  /database or disk is full|SQLITE_FULL|disk I\/O error|ENOSPC|EIO: i\/o error|ER_DISK_FULL|readonly database/;

/** The database is away or cannot write; nothing was stored and trying later makes sense. */
export function isUnavailable(error: unknown): boolean {
  const { code = "", message = "" } = asDriverError(error);
  return (
    error instanceof DatabaseLockedError ||
    lostConnection.test(code) ||
    lostConnection.test(message) ||
    noSpace.test(message) ||
    /Connection lost|Can't add new command when connection is in closed state|server has gone away/.test(
      message,
    )
  );
}
