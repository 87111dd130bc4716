import type { PublicLanguage } from "~/lib/public-language";
import type { Actor } from "../actor";
import { mailPurpose, trackingPurpose } from "../consent/consent";
import { findConsentStates } from "../consent/find-consent-states.server";
import { chooseMailFrequency, findMailFrequency } from "../consent/mail-frequency.server";
import { recordConsents } from "../consent/record-consents.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { updateLead } from "../leads/update-lead.server";
import { addressHasher } from "../suppression/address-hash.server";
import { findSuppressions } from "../suppression/find-suppressions.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import { type AddressChange, readAddressChange } from "./address-change-token.server";
import { askMailbox } from "./request-address-change.server";
import { findDeliveryPerson } from "./seen-queries.server";

const gone = () =>
  new DomainError("gone", "change_expired", "This link is no longer valid. Nothing was changed.");

/** What a link from a mailbox is about. Changes nothing: mail scanners follow links. */
export async function findAddressChange(
  deps: Deps,
  token: string,
): Promise<AddressChange & { leadId: string; oldAddress: string }> {
  const change = readAddressChange(deps, token);
  if (!change) throw gone();
  const person = await findDeliveryPerson(deps.db, change.workspaceId, change.deliveryId);
  if (person?.addressHash !== change.addressHash) throw gone();
  return { ...change, leadId: person.leadId, oldAddress: person.email };
}

/** Consents, opt-outs and how often: everything the person chose goes along, in their favour. */
async function moveChoices(
  deps: Deps,
  actor: Actor,
  { workspaceId, addressHash, leadId }: AddressChange & { leadId: string },
  newHash: string,
): Promise<void> {
  for (const { topicId, reason } of await findSuppressions(deps, workspaceId, [addressHash])) {
    const address = { workspaceId, addressHash: newHash, topicId };
    await suppressAddress(deps, actor, { ...address, reason, source: "preferences" });
  }
  await deps.transact(async (tx) => {
    for (const purpose of [mailPurpose, trackingPurpose]) {
      const states = await findConsentStates(tx, workspaceId, [addressHash, newHash], purpose);
      const [before, present] = [states.get(addressHash)?.state, states.get(newHash)?.state];
      const act = before === "withdrawn" ? ("withdrawn" as const) : ("granted" as const);
      if (before === undefined || before === "pending" || present === before) continue;
      const moved = { addressHash: newHash, purpose, act, method: "confirmation", leadId } as const;
      await recordConsents(deps, tx, workspaceId, [
        act === "granted"
          ? { ...moved, wording: "Address changed by the person, both mailboxes agreed" }
          : moved,
      ]);
    }
    const everyDays = await findMailFrequency(tx, workspaceId, addressHash);
    await chooseMailFrequency(tx, workspaceId, newHash, { everyDays, at: deps.clock.now() });
    await recordConsents(deps, tx, workspaceId, [
      { addressHash, purpose: mailPurpose, act: "withdrawn", method: "preferences" },
    ]);
  });
}

/** A mailbox agrees: the old one lets the new one be asked, the new one makes the change. */
export async function agreeToAddressChange(
  deps: Deps,
  actor: Actor,
  input: { token: string; language: PublicLanguage },
): Promise<{ done: boolean; change: AddressChange }> {
  const change = await findAddressChange(deps, input.token);
  const { workspaceId, leadId, email, oldAddress } = change;
  if (change.stage === "old") {
    await askMailbox(deps, { ...change, stage: "new" }, { oldAddress, language: input.language });
    return { done: false, change };
  }
  const hashOf = await addressHasher(deps, deps.db, workspaceId);
  const newHash = hashOf(email);
  if (newHash === change.addressHash) return { done: true, change };
  await updateLead(deps, actor, { workspaceId, leadId, changes: { email } });
  await moveChoices(deps, actor, change, newHash);
  return { done: true, change };
}
