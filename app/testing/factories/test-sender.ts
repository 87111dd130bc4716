import type { Actor } from "~/domain/actor";
import type { Deps } from "~/domain/deps";
import { createSender } from "~/domain/senders/create-sender.server";
import { type DomainKey, makeDomainKey, prepareDomain } from "~/domain/senders/prepare-domain.server";
import { domainOf } from "~/domain/senders/sender";

let key: Promise<DomainKey> | undefined;

/** A sender whose domain signs with the one key of this worker: to make each its own takes a fifth of a second. */
export async function createTestSender(
  deps: Deps,
  actor: Actor,
  input: Parameters<typeof createSender>[2],
): ReturnType<typeof createSender> {
  key ??= makeDomainKey();
  await prepareDomain(deps, deps.db, input.workspaceId, domainOf(input.fromEmail), await key);
  return createSender(deps, actor, input);
}
