/** A closed set of kinds, each with one HTTP status (server/http-errors), and an open set of codes. */
export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "limit"
  | "gone"
  | "unavailable";

export interface ErrorDetails {
  /** Messages by field, shown beside it. */
  fields?: Record<string, string>;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  /** Anything an edge may show beside the message, such as findings. */
  data?: unknown;
}

/** An expected failure. `safeMessage` is shown to people: plain, without internals. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly safeMessage: string,
    readonly details: ErrorDetails = {},
  ) {
    super(`${code}: ${safeMessage}`);
    this.name = "DomainError";
  }
}

/** What a schema says against each field: the first thing, if it says several. */
export function messagesByField(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) fields[String(path[0] ?? "")] ??= message;
  return fields;
}

export const isDomainError = (error: unknown): error is DomainError =>
  error instanceof Error && error.name === "DomainError" && "kind" in error;
