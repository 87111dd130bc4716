import type { Clock } from "~/lib/clock";
import { normaliseAddress } from "~/lib/email-address";
import { networkOf } from "~/lib/ip-address";
import { AttemptLimit } from "./attempt-limit.server";

const minute = 60_000;

/** Wrong passwords: for one address from one place, from one place, and for one address from anywhere. */
const here = new AttemptLimit(10, 15 * minute);
const place = new AttemptLimit(100, 15 * minute);
const anywhere = new AttemptLimit(100, 60 * minute);

const limitsOf = (emailKey: string, ip: string) =>
  [
    [here, `${emailKey} ${networkOf(ip)}`],
    [place, networkOf(ip)],
    [anywhere, emailKey],
  ] as const;

/** A try counts from its beginning, so that tries which are sent all at once are no more than others. */
export const signInAttempts = {
  begin(clock: Clock, emailKey: string, ip: string): void {
    const limits = limitsOf(emailKey, ip);
    for (const [limit, name] of limits) limit.check(clock, name);
    for (const [limit, name] of limits) limit.count(clock, name);
  },
  /** Nothing was learnt of the password. */
  abandon(emailKey: string, ip: string): void {
    for (const [limit, name] of limitsOf(emailKey, ip)) limit.takeBack(name);
  },
  succeed(emailKey: string, ip: string): void {
    here.forget(`${emailKey} ${networkOf(ip)}`);
    place.takeBack(networkOf(ip));
    anywhere.forget(emailKey);
  },
};

/** Requests that send a letter, by place; and letters to one address, above which they are silently left out. */
const fromPlace = new AttemptLimit(30, 60 * minute);
const letters = new AttemptLimit(5, 60 * minute);

export const letterRequests = {
  check: (clock: Clock, ip: string): void => fromPlace.check(clock, networkOf(ip)),
  count: (clock: Clock, ip: string): void => fromPlace.count(clock, networkOf(ip)),
};

export type LetterPurpose = "account" | "invitation" | "password" | "request";

/**
 * True when this address may get one more letter of its kind this hour. Kinds are counted apart: what strangers ask
 * for in somebody's name must not keep back the link to a new password.
 */
export function mayWriteTo(clock: Clock, purpose: LetterPurpose, address: string): boolean {
  const name = `${purpose} ${normaliseAddress(address).key}`;
  try {
    letters.check(clock, name);
  } catch {
    return false;
  }
  letters.count(clock, name);
  return true;
}
