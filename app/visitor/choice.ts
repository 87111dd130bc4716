import { type CookieGrants, findChoice } from "../domain/consent/cookie-choice";
import { ownCookies } from "../domain/consent/own-cookies";

/**
 * Which cookies count as the site's own: as the server says, which sets them by its settings. It may be reached by
 * another scheme than it knows of, through a proxy. Where it says nothing, the address decides.
 */
function isHostOnly(): boolean {
  const said = document.querySelector("script[data-cookies]")?.getAttribute("data-cookies");
  return said ? said === "host" : location.protocol === "https:";
}

/** What the visitor chose before; undefined when never asked, or asked too long ago. */
export const readChoice = (): CookieGrants | undefined =>
  findChoice(ownCookies(document.cookie, isHostOnly()))?.grants;

/** The browser asks on its own not to be counted. */
export const asksNotToBeTracked = (): boolean => navigator.doNotTrack === "1";

/** Sent before a page is loaded again because of a choice: it is still the same visit. */
export const reloadEvent = "foyer:reload";
