import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { getPublicSuffix } from "tldts";
import { type PackedNames, packNames } from "./packed-names";

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

let known: PackedNames | undefined;

/** Loaded on first use: what a process without forms never needs. */
function knownDomains(): PackedNames {
  if (known) return known;
  // Read, not required: what is required stays whole in memory.
  const wide = JSON.parse(readFileSync(require.resolve("disposable-domains/index.json"), "utf8")) as string[];
  const { disposableEmailBlocklist } = require("disposable-email-domains-js") as {
    disposableEmailBlocklist(): string[];
  };
  const lasting = new Set(lastingAliases);
  known = packNames([...wide, ...disposableEmailBlocklist()].filter((name) => !lasting.has(name)));
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
