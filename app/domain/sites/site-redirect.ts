/** exact: this path only. prefix: everything below it too; what follows is carried over. */
export type RedirectScope = "exact" | "prefix";

export interface Redirect {
  scope: RedirectScope;
  /** A path of the site. */
  source: string;
  /** A path of the site, or an address elsewhere. */
  target: string;
  status: 301 | 302;
}

export interface SiteRedirect extends Redirect {
  id: string;
  workspaceId: string;
  siteId: string;
  createdAt: number;
}

export const maxRedirects = 2000;

type Read<T> = { ok: true; value: T } | { ok: false; message: string };

const tidy = (path: string): string => path.replace(/\/+$/, "") || "/";

/** A path as visitors ask for it: decoded, without query. */
export function readSource(typed: string): Read<string> {
  const given = typed.trim();
  const refuse = (message: string): Read<string> => ({ ok: false, message });
  let path = given;
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given)) return refuse("This address cannot be read. Give a path such as /old-page.");
    path = new URL(given).pathname;
  }
  if (!path.startsWith("/")) return refuse("Begin with a slash, as in /old-page.");
  try {
    path = decodeURIComponent(path);
  } catch {
    return refuse("This path cannot be read. Give it as it stands in the address bar.");
  }
  if (/[?#]/.test(path)) return refuse("Leave out what follows ? or #: only the path is looked at.");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
  if (path.length > 300 || /[\u0000-\u001f\u007f\\%]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) {
    return refuse("Use a plain path of at most 300 characters, such as /old-page.");
  }
  if (/^\/(?:f|v|consent|_foyer|_files)(?:\/|$)/.test(path)) {
    return refuse("This path is kept for the platform. Choose another one.");
  }
  return { ok: true, value: tidy(path) };
}

/** A path of the site, or a web address; one that names a host of the site itself becomes a path. */
export function readTarget(typed: string, ownHosts: readonly string[] = []): Read<string> {
  const given = typed.trim();
  const refuse = (message: string): Read<string> => ({ ok: false, message });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
  if (given.length > 1000 || /[\u0000-\u0020\u007f\\]/.test(given)) {
    return refuse("Use a path or an address of at most 1000 characters, without spaces.");
  }
  if (given.startsWith("/") && !given.startsWith("//")) {
    const url = new URL(given, "http://site.invalid");
    return { ok: true, value: `${url.pathname}${url.search}${url.hash}` };
  }
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) {
    return refuse("Lead to a path such as /new-page, or to an address that begins with https://.");
  }
  const url = new URL(given);
  if (url.username || url.password) return refuse("Leave name and password out of the address.");
  if (ownHosts.includes(url.host)) return { ok: true, value: `${url.pathname}${url.search}${url.hash}` };
  return { ok: true, value: url.href };
}

export interface RedirectTable {
  readonly size: number;
  /** The rule for a decoded path, exact ones first, then the longest prefix. */
  find(path: string): { redirect: Redirect; rest: string } | undefined;
}

export function redirectTable(redirects: readonly Redirect[]): RedirectTable {
  const exact = new Map(
    redirects.filter(({ scope }) => scope === "exact").map((each) => [each.source, each]),
  );
  const prefixes = new Map(
    redirects.filter(({ scope }) => scope === "prefix").map((each) => [each.source, each]),
  );
  return {
    size: redirects.length,
    find(given) {
      const path = tidy(given);
      const whole = exact.get(path);
      if (whole) return { redirect: whole, rest: "" };
      for (let base = path; ; base = base.slice(0, base.lastIndexOf("/")) || "/") {
        const found = prefixes.get(base);
        if (found)
          return { redirect: found, rest: base === "/" ? path.slice(1) : path.slice(base.length + 1) };
        if (base === "/") return undefined;
      }
    },
  };
}

function withRest(target: string, rest: string): string {
  if (rest === "") return target;
  const [, base = "", after = ""] = /^([^?#]*)(.*)$/.exec(target) ?? [];
  return `${base.replace(/\/$/, "")}/${encodeURI(rest).replace(/[?#]/g, encodeURIComponent)}${after}`;
}

const pathIn = (target: string): string | undefined => {
  if (!target.startsWith("/")) return undefined;
  const path = target.split(/[?#]/, 1)[0] ?? "/";
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const mostSteps = 10;

/** Where a path leads in the end, in one step for the visitor; "loop" when it never arrives. */
export function followRedirects(
  table: RedirectTable,
  path: string,
): { target: string; status: 301 | 302 } | "loop" | undefined {
  let status: 301 | 302 = 301;
  let target: string | undefined;
  let at: string | undefined = path;
  const seen = new Set<string>();
  while (at !== undefined) {
    if (seen.has(tidy(at)) || seen.size > mostSteps) return "loop";
    seen.add(tidy(at));
    const found = table.find(at);
    if (!found) break;
    target = withRest(found.redirect.target, found.rest);
    if (found.redirect.status === 302) status = 302;
    at = pathIn(target);
  }
  return target === undefined ? undefined : { target, status };
}

/** The first rule from which, or below which, a visitor would go round in a circle. */
export function findLoop(redirects: readonly Redirect[]): Redirect | undefined {
  const table = redirectTable(redirects);
  return redirects.find((redirect) => {
    const below = redirect.source === "/" ? "/x" : `${redirect.source}/x`;
    const starts = redirect.scope === "prefix" ? [redirect.source, below] : [redirect.source];
    const next = pathIn(redirect.target);
    return [...starts, ...(next === undefined ? [] : [next])].some(
      (start) => followRedirects(table, start) === "loop",
    );
  });
}
