import { createRequire } from "node:module";
import { getPublicSuffix } from "tldts";

const require = createRequire(import.meta.url);

/** Forwarding names that people keep for years: not throw-away, though lists carry some of them. */
const lastingAliases = [
  "addy.io",
  "anonaddy.com",
  "anonaddy.me",
  "duck.com",
  "mozmail.com",
  "passmail.net",
  "privaterelay.appleid.com",
  "simplelogin.com",
  "simplelogin.io",
];

let known: Set<string> | undefined;

/** Loaded on first use: some ten megabytes that a process without forms never needs. */
function knownDomains(): Set<string> {
  if (known) return known;
  const wide = require("disposable-domains/index.json") as string[];
  const { disposableEmailBlocklist } = require("disposable-email-domains-js") as {
    disposableEmailBlocklist(): string[];
  };
  known = new Set([...wide, ...disposableEmailBlocklist()]);
  for (const alias of lastingAliases) known.delete(alias);
  return known;
}

/** Whether mail to this domain, or to one it belongs to, is thrown away by design. The domain is lower-case ASCII. */
export function isDisposableDomain(domain: string): boolean {
  const domains = knownDomains();
  if (domains.has(domain)) return true;
  const publicSuffix = getPublicSuffix(domain);
  for (let dot = domain.indexOf("."); dot > 0; dot = domain.indexOf(".", dot + 1)) {
    const parent = domain.slice(dot + 1);
    if (parent === publicSuffix) return false;
    if (domains.has(parent)) return true;
  }
  return false;
}
