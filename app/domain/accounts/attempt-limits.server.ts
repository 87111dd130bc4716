import type { Clock } from "~/lib/clock";
import { networkOf } from "~/lib/ip-address";
import { AttemptLimit } from "./attempt-limit.server";

const minute = 60_000;

/** Wrong passwords: for one address from one place, from one place, and for one address from anywhere. */
const here = new AttemptLimit(10, 15 * minute);
const place = new AttemptLimit(100, 15 * minute);
const anywhere = new AttemptLimit(100, 60 * minute);

export const signInAttempts = {
  check(clock: Clock, emailKey: string, ip: string): void {
    here.check(clock, `${emailKey} ${networkOf(ip)}`);
    place.check(clock, networkOf(ip));
    anywhere.check(clock, emailKey);
  },
  countFailure(clock: Clock, emailKey: string, ip: string): void {
    here.count(clock, `${emailKey} ${networkOf(ip)}`);
    place.count(clock, networkOf(ip));
    anywhere.count(clock, emailKey);
  },
  forget(emailKey: string, ip: string): void {
    here.forget(`${emailKey} ${networkOf(ip)}`);
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

/** True when this address may get one more letter this hour. */
export function mayWriteTo(clock: Clock, emailKey: string): boolean {
  try {
    letters.check(clock, emailKey);
  } catch {
    return false;
  }
  letters.count(clock, emailKey);
  return true;
}
