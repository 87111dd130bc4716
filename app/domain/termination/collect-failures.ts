import type { Deps } from "../deps";

/** Lets each piece of a long run fail alone. */
export interface Failures {
  guard(about: Readonly<Record<string, string>>, work: () => Promise<unknown>): Promise<void>;
  /** Throws what failed, once all the others are done. */
  report(): void;
}

export function createFailures(log: Deps["log"]): Failures {
  const errors: unknown[] = [];
  return {
    async guard(about, work) {
      try {
        await work();
      } catch (error) {
        errors.push(error);
        log.error({ err: error, ...about }, "retention failed here; the rest goes on");
      }
    },
    report() {
      if (errors.length === 1) throw errors[0];
      if (errors.length > 1) throw new AggregateError(errors, `Retention failed in ${errors.length} places.`);
    },
  };
}
