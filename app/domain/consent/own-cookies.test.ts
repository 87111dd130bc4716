import { describe, expect, it } from "vitest";
import { findChoice, writeChoice } from "./cookie-choice";
import { ownCookieName, ownCookies } from "./own-cookies";

const all = { functional: true, analytics: true, marketing: true };
const none = { functional: false, analytics: false, marketing: false };
const choice = (grants: typeof all) => writeChoice({ grants, offer: "abc" });

describe("cookies of a site among neighbours [consent.cookies]", () => {
  it("are believed on https only where no neighbour can have set them", () => {
    const forged = `foyer_consent=${choice(all)}`;
    expect(findChoice(ownCookies(forged, true))).toBeUndefined();
    const own = `${ownCookieName("foyer_consent", true)}=${choice(none)}`;
    for (const cookies of [`${own}; ${forged}`, `${forged}; a=b;${own}`])
      expect(findChoice(ownCookies(cookies, true))?.grants).toEqual(none);
    expect(findChoice(ownCookies(`x__Host-foyer_consent=${choice(all)}`, true))).toBeUndefined();
  });

  it("have plain names where there is no https", () => {
    const cookies = `${ownCookieName("foyer_consent", false)}=${choice(all)}`;
    expect(findChoice(ownCookies(cookies, false))?.grants).toEqual(all);
    expect(findChoice(ownCookies(`__Host-foyer_consent=${choice(all)}`, false))).toBeUndefined();
  });
});
