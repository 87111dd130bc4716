import { ConfigError } from "~/config-error";
import { isDomainError } from "~/domain/domain-error";
import { expectedError } from "./http-errors.server";

interface Fault {
  code?: string;
  message?: string;
  port?: number;
  address?: string;
  path?: string;
  syscall?: string;
}

const nowhere = new Set(["EADDRNOTAVAIL", "EACCES", "ENOTFOUND"]);
const unusable = new Set(["EACCES", "ENOENT", "ENOTDIR", "EPERM", "EROFS"]);

/** What kept a server from starting, in words for whoever typed the command; undefined for a fault of our own. */
export function startProblem(error: unknown): string | undefined {
  if (error instanceof ConfigError) return error.message;
  if (isDomainError(error)) return error.safeMessage;
  const { code = "", message = "", port, address, path, syscall } = (error ?? {}) as Fault;
  if (code === "EADDRINUSE")
    return `Port ${port} is taken. Choose another one, for example: PORT=3001 npm start`;
  if (syscall === "listen" || (syscall === "getaddrinfo" && nowhere.has(code)))
    return `Nothing can listen at ${[address, port].filter(Boolean).join(", port ")} (${code}). Set HOST to an address of this machine, for example HOST=0.0.0.0, and PORT to one above 1023.`;
  if (path && unusable.has(code))
    return `${path} cannot be used (${code}). Set FOYER_DATA, and DATABASE_URL where it is given, to places that may be written.`;
  if (/^ER_(ACCESS_DENIED|DBACCESS_DENIED|BAD_DB)/.test(code))
    return `The database refuses: ${message} Look at the user, the password and the name in DATABASE_URL.`;
  if (code === "DATABASE_LOCKED")
    return "Another program has locked the database, such as a database shell with an open transaction. End it there, then start again.";
  if (expectedError(error))
    return `The database cannot be reached or written: ${message || code}. Look at DATABASE_URL, and whether its server runs.`;
  return undefined;
}
