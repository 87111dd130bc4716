import type { z } from "zod";

/** A kind of work: a name and the shape of its payload. Payloads hold ids; the work re-reads the truth. */
export interface JobKind<Payload> {
  name: string;
  payload: z.ZodType<Payload>;
  /** Tries before the job goes to the dead-letter list. */
  maxAttempts: number;
}

export const defineJob = <Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  options: { maxAttempts?: number } = {},
): JobKind<Payload> => ({ name, payload, maxAttempts: options.maxAttempts ?? 8 });

export interface ClaimedJob {
  id: string;
  workspaceId: string;
  name: string;
  payload: unknown;
  attempts: number;
  maxAttempts: number;
  epoch: number;
}

/** Milliseconds before the next try: 5 s, doubled each time up to an hour, with jitter of a fifth. */
export function backoffMs(attempt: number, random = Math.random()): number {
  const base = Math.min(5000 * 2 ** Math.max(0, attempt - 1), 3_600_000);
  return Math.round(base * (0.9 + random * 0.2));
}

export const leaseMs = 60_000;
