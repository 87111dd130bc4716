import type { Config } from "~/config.server";
import { outsideMinutes } from "~/domain/accounts/outside-seal.server";

const nameOf = (config: Config) =>
  config.origins.app.startsWith("https:") ? "__Host-foyer-outside" : "foyer-outside";

/** What the browser keeps, under seal, while a person is at a provider; empty takes it away. */
export function outsideCookie(config: Config, sealed: string): string {
  const secure = config.origins.app.startsWith("https:") ? "; Secure" : "";
  const maxAge = sealed ? outsideMinutes * 60 : 0;
  return `${nameOf(config)}=${encodeURIComponent(sealed)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}

export function readOutsideCookie(request: Request, config: Config): string {
  const wanted = `${nameOf(config)}=`;
  const found = (request.headers.get("cookie") ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(wanted));
  try {
    return decodeURIComponent(found?.slice(wanted.length) ?? "");
  } catch {
    return "";
  }
}
