/**
 * Sites are neighbours on one domain, and a script that one of them runs may set cookies for all. On https the cookies of
 * a site therefore have a prefix that browsers give to none but the host itself.
 */
const hostOnly = "__Host-";

export const ownCookieName = (name: string, isHttps: boolean): string =>
  isHttps ? `${hostOnly}${name}` : name;

/** Of a Cookie header, or document.cookie: those that only this host can have set, by their plain names. */
export const ownCookies = (cookies: string, isHttps: boolean): string =>
  isHttps
    ? cookies
        .split(/;\s*/)
        .filter((cookie) => cookie.startsWith(hostOnly))
        .map((cookie) => cookie.slice(hostOnly.length))
        .join("; ")
    : cookies;
