/** Names that become a host name or a part of an address: lower-case ASCII, digits and single hyphens. */
export type SlugResult = { ok: true; slug: string } | { ok: false; reason: SlugProblem };
export type SlugProblem = "shape" | "length" | "reserved" | "lookalike";

const reserved = new Set(
  `about abuse account accounts admin administrator api app apps assets auth autoconfig autodiscover billing blog
  cdn click confirm contact cookie dashboard data dev dns docs download email example files forum foyer ftp healthz
  help host hosting http https imap inbound internal invite legal link links live local localhost login logout mail
  mailer mailer-daemon media metrics mx news newsletter no-reply none noreply ns ns1 ns2 null oauth official open
  operator origin pages pay payment payments ping policies policy pop pop3 portal postmaster preferences preview
  privacy private prod production proxy public readyz register root sandbox secure security sign-in sign-out
  sign-up signin signup site sites smtp spf ssh ssl staff staging static stats status store support sys sysadmin
  system terms test testing tls track tracking trust undefined unsubscribe update updates upload user users verify
  webhook webhooks webmail webmaster well-known wpad www www1 www2`
    .split(/\s+/)
    .filter(Boolean),
);

/** Names that people trust; a look-alike of one misleads visitors. */
const trusted =
  `adobe amazon apple binance citibank coinbase dhl dropbox ebay facebook fedex foyer gmail google hsbc
  icloud instagram linkedin mastercard microsoft netflix office365 outlook paypal revolut santander spotify stripe
  telegram tiktok twitter visa wellsfargo whatsapp yahoo`
    .split(/\s+/)
    .filter(Boolean);

const credentialWords = new Set(
  "account billing confirm id login password pay refund secure security service signin support update verify wallet".split(
    " ",
  ),
);

/** Folds the characters that look alike, so that paypa1 and paypal are the same. */
const skeleton = (text: string): string =>
  text
    .replaceAll("-", "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replace(/[1i|]/g, "l")
    .replaceAll("0", "o")
    .replaceAll("3", "e")
    .replaceAll("5", "s");

const trustedSkeletons = new Set(trusted.map(skeleton));

function misleads(slug: string): boolean {
  if (trustedSkeletons.has(skeleton(slug))) return true;
  const parts = slug.split("-");
  return (
    parts.some((part) => trustedSkeletons.has(skeleton(part))) &&
    parts.some((part) => credentialWords.has(part))
  );
}

export function parseSlug(input: string, maxLength = 40): SlugResult {
  const slug = input.trim().toLowerCase();
  if (slug.length < 2 || slug.length > maxLength) return { ok: false, reason: "length" };
  if (!/^[a-z0-9](?:[a-z0-9]|-(?!-))*[a-z0-9]$/.test(slug) || /^\d+$/.test(slug)) {
    return { ok: false, reason: "shape" };
  }
  if (reserved.has(slug)) return { ok: false, reason: "reserved" };
  if (misleads(slug)) return { ok: false, reason: "lookalike" };
  return { ok: true, slug };
}

const problems: Record<SlugProblem, string> = {
  shape: "Use lower-case letters, digits and single hyphens, with at least one letter, such as spring-fair.",
  length: "Use 2 to 40 characters.",
  reserved: "This name is kept for the platform. Choose another one.",
  lookalike: "This name could be mistaken for another company. Choose another one.",
};

export const slugProblemText = (reason: SlugProblem): string => problems[reason];

/** A first guess of a slug for a name; may be empty or taken. */
export function suggestSlug(name: string, maxLength = 40): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, maxLength)
    .replace(/-+$/, "");
}
