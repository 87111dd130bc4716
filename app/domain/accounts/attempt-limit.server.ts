import { LRUCache } from "lru-cache";
import type { Clock } from "~/lib/clock";
import { DomainError } from "../domain-error";

interface Window {
  count: number;
  until: number;
}

/** Counts tries in this process, per name, in windows of fixed length. */
export class AttemptLimit {
  /** Made with the first try: it takes its memory at once. */
  private windows: LRUCache<string, Window> | undefined;

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
  ) {}

  /** Throws when the tries of this window are used up. */
  check(clock: Clock, name: string): void {
    const window = this.windows?.get(name);
    const now = clock.now();
    if (!window || window.until <= now || window.count < this.most) return;
    const seconds = Math.ceil((window.until - now) / 1000);
    throw new DomainError(
      "limit",
      "too_many_attempts",
      `There were too many tries. Nothing is lost. Try again in ${Math.ceil(seconds / 60)} minutes.`,
      { retryAfter: seconds },
    );
  }

  count(clock: Clock, name: string): void {
    this.windows ??= new LRUCache({ max: 50_000 });
    const now = clock.now();
    const window = this.windows.get(name);
    if (window && window.until > now) window.count += 1;
    else this.windows.set(name, { count: 1, until: now + this.windowMs });
  }

  /** A try that turned out to be none of those that are limited. */
  takeBack(name: string): void {
    const window = this.windows?.get(name);
    if (window && window.count > 0) window.count -= 1;
  }

  forget(name: string): void {
    this.windows?.delete(name);
  }
}
