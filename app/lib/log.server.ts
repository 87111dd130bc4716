import { type Logger, pino } from "pino";

export type Log = Logger;

/** What a driver adds to its errors: the statement with all its values. */
const withValues = new Set(["sql", "sqlMessage", "parameters"]);

/** A driver repeats the value that it refuses, which may be an address. */
const withoutValue = (text: string) => text.replace(/\b(entry|value:?) '.*?'(?= for | at |$)/gms, "$1 '…'");

function withoutValues(part: unknown): unknown {
  if (typeof part === "string") return withoutValue(part);
  if (Array.isArray(part)) return part.map(withoutValues);
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]) =>
      withValues.has(name) ? [] : [[name, withoutValues(value)]],
    ),
  );
}

/** An error as it is logged: what happened and where, but not to whom. */
export const loggedError = (error: Error): unknown => withoutValues(pino.stdSerializers.err(error));

/** JSON lines on standard output. Tokens, secrets, query strings and what people sent never belong in a field. */
export function createLog(level: string): Log {
  return pino({
    level,
    serializers: { err: loggedError },
    redact: ["password", "token", "secret", "authorization", "cookie", "*.password", "*.token", "*.secret"],
  });
}
