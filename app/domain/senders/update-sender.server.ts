import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { firstState, readSender } from "./create-sender.server";
import { makeDomainKey, prepareDomain } from "./prepare-domain.server";
import { domainOf, type SenderInput } from "./sender";
import { findDomain, findSenderRow, updateSenderRow } from "./sender-queries.server";

/** Another domain has to be verified anew, also when the operator vouched for the one before. */
export async function updateSender(
  deps: Deps,
  actor: Actor,
  { workspaceId, senderId, ...given }: SenderInput & { workspaceId: string; senderId: string },
): Promise<void> {
  const input = readSender(given);
  const domain = domainOf(input.fromEmail);
  const key = (await findDomain(deps.db, workspaceId, domain)) ? undefined : await makeDomainKey();
  await deps.transact(async (tx) => {
    const present = await findSenderRow(tx, workspaceId, senderId);
    if (!present) throw new DomainError("not_found", "sender_not_found", "There is no such sender.");
    if (key) await prepareDomain(deps, tx, workspaceId, domain, key);
    const sameDomain = domainOf(present.fromEmail) === domain;
    const known = await findDomain(tx, workspaceId, domain);
    await updateSenderRow(tx, workspaceId, senderId, {
      from_name: input.fromName,
      from_email: input.fromEmail,
      reply_to: input.replyTo,
      postal_address: input.postalAddress,
      state: sameDomain ? present.state : firstState(deps, known),
    });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "sender:update",
      targetKind: "sender",
      targetId: senderId,
      detail: { fromEmail: input.fromEmail },
    });
  });
}
