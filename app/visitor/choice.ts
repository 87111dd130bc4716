import { type CookieGrants, findChoice } from "../domain/consent/cookie-choice";
import { ownCookies } from "../domain/consent/own-cookies";

/** What the visitor chose before; undefined when never asked, or asked too long ago. */
export const readChoice = (): CookieGrants | undefined =>
  findChoice(ownCookies(document.cookie, location.protocol === "https:"))?.grants;

/** The browser asks on its own not to be counted. */
export const asksNotToBeTracked = (): boolean => navigator.doNotTrack === "1";

/** Sent before a page is loaded again because of a choice: it is still the same visit. */
export const reloadEvent = "foyer:reload";
