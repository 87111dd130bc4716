const wholeAddress = /^https?:\/\/([^/?#]*)([^#]*)/i;

/**
 * What is asked for when the target is a whole address, as proxies write it (RFC 9112, 3.2.2). One that names another
 * host than the request does stays as it is, and is no address of any surface.
 */
export function plainTarget(target: string, host: string | undefined): string {
  const [, named = "", rest = ""] = wholeAddress.exec(target) ?? [];
  if (named === "" || named.toLowerCase() !== host?.toLowerCase()) return target;
  return rest.startsWith("/") ? rest : `/${rest}`;
}
