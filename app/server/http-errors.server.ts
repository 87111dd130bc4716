import {
  type DomainError,
  type ErrorKind,
  DomainError as Failure,
  isDomainError,
} from "~/domain/domain-error";
import { QueueFullError } from "~/lib/group-commit";
import { JournalUnavailableError } from "~/lib/journal.server";

/** THE table from kind of error to HTTP status. */
export const statusOfKind: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit: 429,
  gone: 410,
  unavailable: 503,
};

/** What is said of a fault of our own. */
export const internalFault = {
  title: "Something went wrong on our side. Nothing was changed.",
  code: "internal",
} as const;

const outage =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|PROTOCOL_CONNECTION_LOST|ER_SERVER_SHUTDOWN|Connection lost|server has gone away|closed state|database or disk is full|disk I\/O error|ENOSPC|readonly database|unable to open database|database is locked/;

/** An expected failure for anything thrown; undefined for a fault of our own. */
export function expectedError(error: unknown): DomainError | undefined {
  if (isDomainError(error)) return error;
  if (error instanceof QueueFullError) {
    return new Failure(
      "unavailable",
      "busy",
      "Too much is arriving at once. Nothing was stored; please try again.",
      {
        retryAfter: 2,
      },
    );
  }
  if (error instanceof JournalUnavailableError) {
    return new Failure(
      "unavailable",
      "journal_unavailable",
      "This could not be written down in every place where it must stand. Please try again in a moment: doing it twice harms nothing.",
      { retryAfter: 5 },
    );
  }
  const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
  if (code === "DATABASE_LOCKED") {
    return new Failure(
      "unavailable",
      "database_locked",
      "Another program has locked the database. Nothing was stored; please try again in a moment.",
      { retryAfter: 5 },
    );
  }
  if (outage.test(code) || outage.test(message)) {
    return new Failure(
      "unavailable",
      "storage_unavailable",
      "The database cannot be reached or written just now. Nothing was stored; please try again in a moment.",
      { retryAfter: 5 },
    );
  }
  if (code === "ER_BAD_FIELD_ERROR" || code === "ER_NO_SUCH_TABLE") {
    return new Failure(
      "unavailable",
      "database_behind",
      "The database is not prepared for this version yet: its operator runs foyer migrate. Nothing was stored; please try again in a moment.",
      { retryAfter: 30 },
    );
  }
  // MySQL refuses to compare names and ids, which are ASCII, with what cannot be one.
  if (code === "ER_CANT_AGGREGATE_2COLLATIONS") {
    return new Failure("not_found", "not_found", "There is nothing under this name.");
  }
  return undefined;
}
