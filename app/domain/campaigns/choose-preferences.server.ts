import type { Actor } from "../actor";
import { mailPurpose, trackingPurpose } from "../consent/consent";
import { findConsentStates } from "../consent/find-consent-states.server";
import { listTopics } from "../consent/list-topics.server";
import { chooseMailFrequency } from "../consent/mail-frequency.server";
import { recordConsents } from "../consent/record-consents.server";
import type { Deps } from "../deps";
import { liftSuppression } from "../suppression/lift-suppression.server";
import type { Recipient } from "../suppression/recipient-token.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { getPreferences, type Preferences } from "./get-preferences.server";
import { unsubscribeRecipient } from "./unsubscribe-recipient.server";

export interface Choice {
  /** False: nothing at all any more. */
  mail: boolean;
  /** Topics that are wanted; others of the workspace are stopped. */
  topicIds: readonly string[];
  tracking: boolean;
  /** Days between two messages; 0: every message. */
  everyDays: number;
  /** What the page said beside the choices: kept as proof. */
  wording: { mail: string; tracking: string };
  locale: string;
}

/** Stores what a person chose in the preference centre. The only way besides a confirmed opt-in to get mail again. */
export async function choosePreferences(
  deps: Deps,
  actor: Actor,
  recipient: Recipient,
  choice: Choice,
): Promise<Preferences> {
  const { workspaceId, addressHash } = recipient;
  if (choice.mail) await takeMail(deps, actor, recipient, choice);
  else await unsubscribeRecipient(deps, actor, { recipient, scope: "all", source: "preferences" });
  if (await findWorkspaceById(deps, workspaceId)) {
    await deps.transact(async (tx) => {
      const chosen = { everyDays: choice.everyDays, at: deps.clock.now() };
      await chooseMailFrequency(tx, workspaceId, addressHash, chosen);
      const known = await findConsentStates(tx, workspaceId, [addressHash], trackingPurpose);
      const wanted = choice.tracking ? "granted" : "withdrawn";
      if (known.get(addressHash)?.state === wanted) return;
      await recordConsents(deps, tx, workspaceId, [
        {
          addressHash,
          purpose: trackingPurpose,
          act: wanted,
          method: "preferences",
          wording: choice.wording.tracking,
          locale: choice.locale,
        },
      ]);
    });
  }
  return getPreferences(deps, recipient);
}

async function takeMail(deps: Deps, actor: Actor, recipient: Recipient, choice: Choice): Promise<void> {
  const { workspaceId, addressHash, deliveryId } = recipient;
  const { lifted } = await liftSuppression(deps, actor, { workspaceId, addressHash, via: "preferences" });
  for (const { id: topicId } of await listTopics(deps, workspaceId)) {
    if (choice.topicIds.includes(topicId)) {
      await liftSuppression(deps, actor, { workspaceId, addressHash, topicId, via: "preferences" });
    } else {
      await suppressAddress(deps, actor, {
        workspaceId,
        addressHash,
        topicId,
        reason: "unsubscribe",
        source: "preferences",
        deliveryId,
      });
    }
  }
  await deps.transact(async (tx) => {
    const states = await findConsentStates(tx, workspaceId, [addressHash], mailPurpose);
    if (!lifted || states.get(addressHash)?.state !== "withdrawn") return;
    await recordConsents(deps, tx, workspaceId, [
      {
        addressHash,
        purpose: mailPurpose,
        act: "granted",
        method: "preferences",
        wording: choice.wording.mail,
        locale: choice.locale,
      },
    ]);
  });
}
