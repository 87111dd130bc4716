const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host);

function parse(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return isSafe && url.username === "" && url.password === "" && url.hostname !== "" ? url : undefined;
}

/** The address of a script as it may stand in a page: https, or http on this machine. */
export function readScriptAddress(entry: string): string | undefined {
  if (entry.length > 500 || !/^https?:\/\//i.test(entry)) return undefined;
  const url = parse(entry);
  if (!url) return undefined;
  url.hash = "";
  return url.href;
}

/** A host or an origin, as an origin for the policy of pages. `*.` at the front stands for all names below. */
export function readOrigin(entry: string): string | undefined {
  const [, scheme = "https://", wildcard = "", rest = ""] =
    /^(https?:\/\/)?(\*\.)?([^/*]+)\/?$/i.exec(entry) ?? [];
  const url = rest && rest.length <= 253 ? parse(`${scheme}${rest}`) : undefined;
  if (!url || !/^[a-z0-9.:[\]-]+$/.test(url.host)) return undefined;
  if (wildcard && !/[a-z0-9-]+\.[a-z0-9-]+$/.test(url.hostname)) return undefined;
  return `${url.protocol}//${wildcard}${url.host}`;
}

/** A source expression of a policy that allows this script and nothing beside it. */
export function scriptSource(address: string): string {
  const url = new URL(address);
  return /^[\w./~%@:+-]*$/.test(url.pathname) ? url.origin + url.pathname : url.origin;
}
