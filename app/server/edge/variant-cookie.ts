import { ownCookieName } from "~/domain/consent/own-cookies";

export const variantCookie = "foyer_ab";

/** What a visitor who agreed to be recognised keeps of an experiment: its variant, since when, and that they became a lead. */
export interface KeptVariant {
  /** End of the page's id: enough to tell the pages of a site apart. */
  page: string;
  experimentId: string;
  variantId: string;
  /** Number of the UTC day on which it was kept. */
  day: number;
  isLead: boolean;
}

const dayMs = 86_400_000;
const mostKept = 4;
const granted = /(?:^|;\s*)foyer_consent=(?:1\.a|2\.[f-]a)/;
const cookie = /(?:^|;\s*)foyer_ab=([0-9A-Za-z.~]{1,600})(?:;|$)/;
const one = /^([0-9A-Z]{10})\.([0-9A-Z]{26})\.([0-9A-Z]{26})\.(\d{1,6})(l?)$/;

const pageMark = (pageId: string): string => pageId.slice(-10);

export const agreesToRecognition = (cookies: string): boolean => granted.test(cookies);

/** Nothing without consent, whatever is there. */
export function readVariantCookie(cookies: string): KeptVariant[] {
  if (!cookies.includes(`${variantCookie}=`) || !agreesToRecognition(cookies)) return [];
  return (cookie.exec(cookies)?.[1] ?? "").split("~").flatMap((text) => {
    const [, page = "", experimentId = "", variantId = "", day = "", lead] = one.exec(text) ?? [];
    return page ? [{ page, experimentId, variantId, day: Number(day), isLead: lead === "l" }] : [];
  });
}

export const keptOn = (kept: readonly KeptVariant[], pageId: string): KeptVariant | undefined =>
  kept.find(({ page }) => page === pageMark(pageId));

/** Was here on an earlier day, and is counted there. */
export const isReturning = (cookies: string, pageId: string, now: number): boolean => {
  const kept = keptOn(readVariantCookie(cookies), pageId);
  return kept !== undefined && kept.day < Math.floor(now / dayMs);
};

export function keepVariant(
  kept: readonly KeptVariant[],
  pageId: string,
  now: number,
  { experimentId, variantId }: Pick<KeptVariant, "experimentId" | "variantId">,
): KeptVariant[] {
  const page = pageMark(pageId);
  const others = kept.filter((each) => each.page !== page).slice(1 - mostKept);
  return [...others, { page, experimentId, variantId, day: Math.floor(now / dayMs), isLead: false }];
}

/** Undefined where there is nothing to change. */
export function markLead(kept: readonly KeptVariant[], pageId: string): KeptVariant[] | undefined {
  const own = keptOn(kept, pageId);
  return own && !own.isLead
    ? kept.map((each) => (each === own ? { ...own, isLead: true } : each))
    : undefined;
}

/** Thirteen months at most. */
const rememberedSeconds = 395 * 86_400;

export function writeVariantCookie(kept: readonly KeptVariant[], secure: boolean): string {
  const value = kept
    .map(({ page, experimentId, variantId, day, isLead }) =>
      [page, experimentId, variantId, `${day}${isLead ? "l" : ""}`].join("."),
    )
    .join("~");
  return `${ownCookieName(variantCookie, secure)}=${value}; Path=/; Max-Age=${rememberedSeconds}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
