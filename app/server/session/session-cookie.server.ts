import type { Config } from "~/config.server";
import { sessionLongestMs } from "~/domain/accounts/account";
import { DomainError } from "~/domain/domain-error";

const isHttps = (config: Config) => config.origins.app.startsWith("https:");

/** The prefix makes browsers refuse the cookie from another host or without TLS. */
const cookieName = (config: Config) => (isHttps(config) ? "__Host-foyer" : "foyer");

const attributes = (config: Config) => `Path=/; HttpOnly; SameSite=Lax${isHttps(config) ? "; Secure" : ""}`;

/** The token a request carries; empty without one. */
export function readSessionToken(request: Request, config: Config): string {
  const wanted = `${cookieName(config)}=`;
  const found = (request.headers.get("cookie") ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(wanted));
  return found?.slice(wanted.length) ?? "";
}

/** Refuses on a public origin without TLS, where anybody on the way could read the cookie. */
export function sessionCookie(config: Config, token: string): string {
  if (!isHttps(config) && !config.origins.loopback) {
    throw new DomainError(
      "unavailable",
      "https_required",
      "Signing in needs https, and this instance is reached without it. Ask its operator to set APP_ORIGIN to an https address.",
    );
  }
  return `${cookieName(config)}=${token}; ${attributes(config)}; Max-Age=${sessionLongestMs / 1000}`;
}

export const endedSessionCookie = (config: Config): string =>
  `${cookieName(config)}=; ${attributes(config)}; Max-Age=0`;
