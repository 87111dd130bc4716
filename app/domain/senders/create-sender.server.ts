import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError, messagesByField } from "../domain-error";
import { makeDomainKey, prepareDomain } from "./prepare-domain.server";
import { domainOf, type Sender, type SenderInput, type SenderState, senderInput } from "./sender";
import { findDomain, insertSender } from "./sender-queries.server";
import { isVerified, type SendingDomain } from "./sending-domain";

/** Who a workspace's mail comes from, with a signing key for the domain. */
export async function createSender(
  deps: Deps,
  actor: Actor,
  { workspaceId, ...given }: SenderInput & { workspaceId: string },
): Promise<Sender> {
  const input = readSender(given);
  const domain = domainOf(input.fromEmail);
  const key = (await findDomain(deps.db, workspaceId, domain)) ? undefined : await makeDomainKey();
  return deps.transact(async (tx) => {
    if (key) await prepareDomain(deps, tx, workspaceId, domain, key);
    const sender: Sender = {
      id: deps.ids.next(),
      ...input,
      state: firstState(deps, await findDomain(tx, workspaceId, domain)),
      createdAt: deps.clock.now(),
    };
    await insertSender(tx, {
      workspace_id: workspaceId,
      id: sender.id,
      from_name: sender.fromName,
      from_email: sender.fromEmail,
      reply_to: sender.replyTo,
      postal_address: sender.postalAddress,
      state: sender.state,
      created_at: sender.createdAt,
      removed_at: null,
    });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "sender:create",
      targetKind: "sender",
      targetId: sender.id,
      detail: { fromEmail: sender.fromEmail },
    });
    return sender;
  });
}

/** Where an address stands before anybody looked: as its domain does, or vouched for where the operator says so. */
export function firstState(deps: Pick<Deps, "config">, domain: SendingDomain | undefined): SenderState {
  if (!deps.config.mail.senderVerification) return "vouched";
  return domain && isVerified(domain) ? "verified" : "unverified";
}

export function readSender(given: SenderInput) {
  const parsed = senderInput.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = messagesByField(parsed.error.issues);
  throw new DomainError("invalid", "sender_invalid", "The sender was not saved. See what is marked.", {
    fields,
  });
}
