import { type Logger, pino } from "pino";

export type Log = Logger;

/** JSON lines on standard output. Tokens, secrets and query strings never belong in a field. */
export function createLog(level: string): Log {
  return pino({
    level,
    redact: ["password", "token", "secret", "authorization", "cookie", "*.password", "*.token", "*.secret"],
  });
}
