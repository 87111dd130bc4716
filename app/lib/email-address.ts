/** An address that mail can be delivered to on the public internet: no quoted names, comments or numbers in place of a domain. */
export interface ParsedEmailAddress {
  ok: true;
  /** The local part as typed, the domain in lower-case ASCII. */
  address: string;
  local: string;
  domain: string;
}

export type EmailAddressProblem =
  | "empty"
  | "too_long"
  | "no_at"
  | "no_local"
  | "no_domain"
  | "quoted_local"
  | "local_characters"
  | "local_dots"
  | "ip_literal"
  | "domain_characters"
  | "no_tld";

export type EmailAddressResult = ParsedEmailAddress | { ok: false; reason: EmailAddressProblem };

/** For people who typed the address. */
export const emailAddressMessages: Record<EmailAddressProblem, string> = {
  empty: "Enter an e-mail address.",
  too_long: "This e-mail address is too long to exist.",
  no_at: "An e-mail address has one @, as in name@example.org.",
  no_local: "The part before the @ is missing.",
  no_domain: "The part after the @ is missing.",
  quoted_local: "Addresses with quotation marks cannot be used. Enter another address.",
  local_characters: "The part before the @ has a character that addresses cannot have.",
  local_dots: "The part before the @ starts or ends with a dot, or has two in a row.",
  ip_literal: "Enter an address at a domain name, as in name@example.org.",
  domain_characters: "The part after the @ is not a domain name.",
  no_tld: "The part after the @ lacks its ending, such as .org.",
};

const maxAddress = 254;
const maxLocal = 64;
const maxDomain = 253;
const asciiLocal = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/i;
/** RFC 6531 allows any UTF-8 in a local part; what nobody can see or type back is refused. */
const internationalLocal = /^(?:[a-z0-9!#$%&'*+/=?^_`{|}~.-]|(?![\uFF00-\uFFEF])[^\p{ASCII}\p{C}\p{Z}])+$/iu;
const typedDomain = /^(?:(?![\uFF00-\uFFEF])[\p{L}\p{M}\p{Nd}\u00B7.-]|\u200C|\u200D)+$/u;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const topLevel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;
/** Line breaks are not in it: an address that carries one is an attempt at a header, not a slip of the hand. */
const surroundingSpace = new Set(" \t\u00A0\uFEFF");

/** Step by step: an expression would look at a long run of spaces in the middle from each of them anew. */
function withoutSurroundingSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && surroundingSpace.has(text.charAt(start))) start += 1;
  while (end > start && surroundingSpace.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const ascii = /^\p{ASCII}*$/u;

const utf8 = new TextEncoder();
const byteLength = (text: string): number => (ascii.test(text) ? text.length : utf8.encode(text).length);

/** UTS-46, through the URL parser that Node and browsers share. */
function domainToAscii(domain: string): string | undefined {
  const lower = domain.toLowerCase();
  if (ascii.test(lower) && !lower.includes("xn--")) return lower;
  if (/[\s/\\?#%@:[\]<>^|]/.test(lower)) return undefined;
  try {
    return new URL(`http://${lower}`).hostname || undefined;
  } catch {
    return undefined;
  }
}

function localProblem(local: string): EmailAddressProblem | undefined {
  if (local === "") return "no_local";
  if (local.startsWith('"')) return "quoted_local";
  if (byteLength(local) > maxLocal) return "too_long";
  if (!asciiLocal.test(local) && !internationalLocal.test(local)) return "local_characters";
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return "local_dots";
  return undefined;
}

function domainProblem(domain: string): EmailAddressProblem | undefined {
  if (domain === "") return "no_domain";
  if (domain.startsWith("[") || /^[\d.]+$/.test(domain)) return "ip_literal";
  return typedDomain.test(domain) ? undefined : "domain_characters";
}

export function parseEmailAddress(input: string): EmailAddressResult {
  const given = withoutSurroundingSpace(input);
  if (given === "") return { ok: false, reason: "empty" };
  if (given.length > maxAddress * 4) return { ok: false, reason: "too_long" };
  const typed = given.normalize("NFC");
  if (typed.length > maxAddress * 2) return { ok: false, reason: "too_long" };
  const at = typed.lastIndexOf("@");
  if (at < 0) return { ok: false, reason: "no_at" };
  const local = typed.slice(0, at);
  const problem = localProblem(local) ?? domainProblem(typed.slice(at + 1));
  if (problem) return { ok: false, reason: problem };

  const domain = domainToAscii(typed.slice(at + 1));
  if (!domain) return { ok: false, reason: "domain_characters" };
  const labels = domain.split(".");
  if (!labels.every((part) => label.test(part))) return { ok: false, reason: "domain_characters" };
  if (labels.length < 2 || !topLevel.test(labels.at(-1) ?? "")) return { ok: false, reason: "no_tld" };
  const address = `${local}@${domain}`;
  if (domain.length > maxDomain || byteLength(address) > maxAddress) return { ok: false, reason: "too_long" };
  return { ok: true, address, local, domain };
}

export interface NormalisedAddress {
  version: 1;
  key: string;
}

/**
 * Frozen: suppression hashes are made of this key and outlive every release. A change is a new version beside this one.
 * Total on purpose: whatever was once suppressed can be looked up, also when it is no address.
 */
export function normaliseAddress(address: string): NormalisedAddress {
  const text = address.trim().normalize("NFC").toLowerCase();
  const at = text.lastIndexOf("@");
  if (at < 0) return { version: 1, key: text };
  const domain = text.slice(at + 1);
  return { version: 1, key: `${text.slice(0, at)}@${domainToAscii(domain) ?? domain}` };
}

/** Addresses with the same key belong to one person. Dots and plus tags stay: folding them would merge strangers. */
export const mergeKey = (address: string): string => normaliseAddress(address).key;

/** Recognisable to its owner, useless to others: jane@example.org is j•••@e•••.org. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  if (at < 0) return "•••";
  const [first = ""] = address.slice(0, at);
  const domain = address.slice(at + 1);
  const [domainFirst = ""] = domain;
  const dot = domain.lastIndexOf(".");
  return `${first}•••@${domainFirst}•••${dot > 0 ? domain.slice(dot) : ""}`;
}
