import { z } from "zod";
import type { Deps } from "../deps";
import { OutsideRefusal } from "./outside-refusal";

/** How long a person may take, at the provider and then here. */
export const outsideMinutes = 15;

const flow = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  providerId: z.string(),
  next: z.string(),
  accountId: z.string(),
});
const identity = z.object({
  providerId: z.string(),
  providerName: z.string(),
  issuer: z.string(),
  subject: z.string(),
  email: z.string(),
  name: z.string(),
  next: z.string(),
});

export type OutsideFlow = z.output<typeof flow>;
/** An identity whose address is verified, waiting for the person's word. */
export type VouchedIdentity = z.output<typeof identity>;

type SealDeps = Pick<Deps, "keys" | "clock">;

const seal = (deps: SealDeps, kind: string, value: object): string =>
  deps.keys.seal(JSON.stringify({ value, until: deps.clock.now() + outsideMinutes * 60_000 }), kind);

function open<T>(deps: SealDeps, kind: string, sealed: string, shape: z.ZodType<T>): T {
  try {
    const { value, until } = z
      .object({ value: shape, until: z.number() })
      .parse(JSON.parse(deps.keys.open(sealed, kind)));
    if (until > deps.clock.now()) return value;
  } catch {
    // Not ours, or of another stage: as good as run out.
  }
  throw new OutsideRefusal("expired");
}

export const sealFlow = (deps: SealDeps, value: OutsideFlow): string => seal(deps, "sign-in flow", value);
export const openFlow = (deps: SealDeps, sealed: string): OutsideFlow =>
  open(deps, "sign-in flow", sealed, flow);
export const sealIdentity = (deps: SealDeps, value: VouchedIdentity): string =>
  seal(deps, "sign-in identity", value);
/** What the page that asks for the person's word shows; throws when there is nothing, or it took too long. */
export const openIdentity = (deps: SealDeps, sealed: string): VouchedIdentity =>
  open(deps, "sign-in identity", sealed, identity);
