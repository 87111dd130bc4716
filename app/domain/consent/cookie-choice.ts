/** What visitors can be asked for. In this order everywhere. */
export const cookieCategories = ["functional", "analytics", "marketing"] as const;
export type CookieCategory = (typeof cookieCategories)[number];

export type CookieGrants = Readonly<Record<CookieCategory, boolean>>;

export const nothingGranted: CookieGrants = { functional: false, analytics: false, marketing: false };

export const consentCookie = "foyer_consent";
/** A choice, also a refusal, is remembered for half a year. */
export const consentRemembered = 182 * 86_400;

/** Asked by the browser on its own: not to have data sold or shared, not to be tracked. */
export interface BrowserSignals {
  gpc: boolean;
  dnt: boolean;
}

/** What was chosen, on which offer. Another offer is a question nobody has answered yet. */
export interface CookieChoice {
  grants: CookieGrants;
  offer: string;
}

const letters: Record<CookieCategory, string> = { functional: "f", analytics: "a", marketing: "m" };

export const writeChoice = ({ grants, offer }: CookieChoice): string =>
  `2.${cookieCategories.map((category) => (grants[category] ? letters[category] : "-")).join("")}.${offer}`;

const shape = new RegExp(`(?:^|;\\s*)${consentCookie}=2\\.([f-])([a-])([m-])\\.(\\w{0,16})(?:;|$)`);

/** From the Cookie header or document.cookie. */
export function findChoice(cookies: string): CookieChoice | undefined {
  const found = shape.exec(cookies);
  if (!found) return undefined;
  const [, functional, analytics, marketing, offer = ""] = found;
  return {
    grants: { functional: functional === "f", analytics: analytics === "a", marketing: marketing === "m" },
    offer,
  };
}

/** What may happen: the choice, less what the browser refuses for its owner. */
export const allowedBy = (grants: CookieGrants, signals: BrowserSignals): CookieGrants => ({
  functional: grants.functional,
  analytics: grants.analytics && !signals.dnt,
  marketing: grants.marketing && !signals.gpc,
});
