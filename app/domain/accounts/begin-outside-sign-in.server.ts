import type { Config } from "~/config.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { providerAddress } from "./ask-provider.server";
import { OutsideRefusal } from "./outside-refusal";
import { sealFlow } from "./outside-seal.server";

export function getProvider(config: Config, id: string) {
  const provider = config.signIn.find((each) => each.id === id);
  if (!provider) throw new DomainError("not_found", "provider_not_found", "There is no such way to sign in.");
  return provider;
}

export const backAddress = (deps: Pick<Deps, "urls">, providerId: string): string =>
  deps.urls.app(`/sign-in/back/${providerId}`);

/** Where to send the person, and what their browser keeps until they come back. */
export async function beginOutsideSignIn(
  deps: Pick<Deps, "config" | "urls" | "keys" | "clock" | "log">,
  input: {
    providerId: string;
    next: string /** Whoever is signed in and wants to connect. */;
    accountId?: string;
  },
): Promise<{ url: string; sealed: string }> {
  const provider = getProvider(deps.config, input.providerId);
  try {
    const { url, checks } = await providerAddress(deps, provider, backAddress(deps, provider.id));
    const flow = { ...checks, providerId: provider.id, next: input.next, accountId: input.accountId ?? "" };
    return { url, sealed: sealFlow(deps, flow) };
  } catch (error) {
    deps.log.warn({ err: error, provider: provider.id }, "a sign-in provider could not be asked");
    throw new OutsideRefusal("unavailable");
  }
}
