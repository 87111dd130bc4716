import {
  allowedBy,
  type BrowserSignals,
  type CookieCategory,
  type CookieGrants,
  findChoice,
  nothingGranted,
} from "~/domain/consent/cookie-choice";
import { ownCookies } from "~/domain/consent/own-cookies";

/** A header by its name in lower case; empty when it was not sent. */
export type ReadHeader = (name: string) => string;

export const headerReader =
  (headers: Readonly<Record<string, string | string[] | undefined>>): ReadHeader =>
  (name) =>
    String(headers[name] ?? "");

/** How a page meets one visitor. */
export interface ConsentState extends BrowserSignals {
  grants: CookieGrants;
  /** Nobody has answered this question yet, and there is something to answer. */
  asks: boolean;
  /** The choice lies in a cookie that none but this very host can have set. */
  isHostOnly: boolean;
  /** Equal for visitors who get the same bytes. */
  code: string;
}

export const signalsOf = (header: ReadHeader): BrowserSignals => ({
  gpc: header("sec-gpc") === "1",
  dnt: header("dnt") === "1",
});

const barred = (category: CookieCategory, { gpc, dnt }: BrowserSignals): boolean =>
  (category === "marketing" && gpc) || (category === "analytics" && dnt);

/** From the headers of a request alone: what the visitor chose on this very offer, less what the browser refuses. */
export function consentState(
  header: ReadHeader,
  isHttps: boolean,
  { mark, categories }: { mark: string; categories: readonly CookieCategory[] },
): ConsentState {
  const signals = signalsOf(header);
  const choice = findChoice(ownCookies(header("cookie"), isHttps));
  const isAnswered = choice?.offer === mark;
  const allowed = isAnswered ? allowedBy(choice.grants, signals) : nothingGranted;
  const grants = {
    functional: allowed.functional && categories.includes("functional"),
    analytics: allowed.analytics && categories.includes("analytics"),
    marketing: allowed.marketing && categories.includes("marketing"),
  };
  const asks = !isAnswered && categories.some((category) => !barred(category, signals));
  const flags = [
    grants.functional && "f",
    grants.analytics && "a",
    grants.marketing && "m",
    signals.gpc && "G",
    signals.dnt && "D",
    asks && "Q",
  ];
  return { ...signals, grants, asks, isHostOnly: isHttps, code: flags.filter(Boolean).join("") };
}
