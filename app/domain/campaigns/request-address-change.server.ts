import { parseEmailAddress } from "~/lib/email-address";
import type { PublicLanguage } from "~/lib/public-language";
import { letterRequests, mayWriteTo } from "../accounts/attempt-limits.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { platformMailbox, requireMail } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import type { Recipient } from "../suppression/recipient-token.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { addressChangeMail } from "./address-change-mail";
import { type AddressChange, addressChangeToken, maxNewAddressBytes } from "./address-change-token.server";
import { findDeliveryPerson } from "./seen-queries.server";

/** Writes to the mailbox whose turn it is. A link alone moves nobody: it may have been passed on. */
export async function askMailbox(
  deps: Deps,
  change: Omit<AddressChange, "expiresAt">,
  { oldAddress, language }: { oldAddress: string; language: PublicLanguage },
): Promise<void> {
  const { workspaceId, stage, email } = change;
  const to = stage === "old" ? oldAddress : email;
  if (!mayWriteTo(deps.clock, "request", to)) return;
  await deps.transact(async (tx) => {
    const workspace = await getWorkspace(tx, workspaceId);
    const sender = workspace.privacySettings.controller || workspace.name;
    await queueTransactionalMail(deps, tx, {
      workspaceId: "",
      kind: "confirmation",
      to,
      from: { ...platformMailbox(deps.config), name: sender },
      view: addressChangeMail({
        sender,
        oldAddress,
        newAddress: email,
        stage,
        link: deps.urls.link(`/preferences/address/${addressChangeToken(deps, change)}`),
        language,
      }),
    });
  });
}

/** Takes the wish to get mail at another address, and asks the old mailbox whether it is meant. */
export async function requestAddressChange(
  deps: Deps,
  recipient: Recipient,
  given: { email: string; ip: string; language: PublicLanguage },
): Promise<void> {
  const address = parseEmailAddress(given.email);
  if (!address.ok || Buffer.byteLength(address.address) > maxNewAddressBytes) {
    throw new DomainError("invalid", "address_invalid", "This is no e-mail address that mail can reach.");
  }
  requireMail(deps.config);
  letterRequests.check(deps.clock, given.ip);
  letterRequests.count(deps.clock, given.ip);
  const { workspaceId, deliveryId, addressHash } = recipient;
  const person = await findDeliveryPerson(deps.db, workspaceId, deliveryId);
  if (person?.addressHash !== addressHash) {
    throw new DomainError("gone", "person_unknown", "It is no longer known whose address this is.");
  }
  await askMailbox(
    deps,
    { workspaceId, deliveryId, addressHash, stage: "old", email: address.address },
    { oldAddress: person.email, language: given.language },
  );
}
