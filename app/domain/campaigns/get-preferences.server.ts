import { maskAddress } from "~/lib/email-address";
import { trackingPurpose } from "../consent/consent";
import { findConsentStates } from "../consent/find-consent-states.server";
import { listTopics } from "../consent/list-topics.server";
import { findMailFrequency } from "../consent/mail-frequency.server";
import type { Deps } from "../deps";
import { findSuppressions } from "../suppression/find-suppressions.server";
import type { Recipient } from "../suppression/recipient-token.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { findDeliveryEmail } from "./seen-queries.server";

export interface Preferences {
  /** Empty once the workspace was deleted. */
  workspaceName: string;
  /** Enough for its owner to know it; empty once the message is forgotten. */
  maskedAddress: string;
  /** False: nothing at all is sent. */
  mail: boolean;
  topics: { id: string; name: string; description: string; wanted: boolean }[];
  /** The topic of the message the link stands in. */
  topicName: string;
  /** Days between two messages; 0: every message. */
  everyDays: number;
  /** The address may be changed from here: it is known whose it is. */
  movable: boolean;
  /** Whether opens and clicks may be tied to the person. */
  tracked: boolean;
}

/** What a person gets and is known by, as their own link shows it. */
export async function getPreferences(deps: Deps, recipient: Recipient): Promise<Preferences> {
  const { workspaceId, addressHash, deliveryId, topicId } = recipient;
  const workspace = await findWorkspaceById(deps, workspaceId);
  const email = deliveryId ? await findDeliveryEmail(deps.db, workspaceId, deliveryId) : undefined;
  const suppressions = await findSuppressions(deps, workspaceId, [addressHash]);
  const stopped = new Set(suppressions.map((one) => one.topicId));
  const everyDays = await findMailFrequency(deps.db, workspaceId, addressHash);
  const states = await findConsentStates(deps.db, workspaceId, [addressHash], trackingPurpose);
  const tracking = states.get(addressHash)?.state;
  const topics = workspace ? await listTopics(deps, workspaceId) : [];
  return {
    workspaceName: workspace?.name ?? "",
    maskedAddress: email ? maskAddress(email) : "",
    mail: !stopped.has(""),
    topics: topics.map(({ id, name, description }) => ({
      id,
      name,
      description,
      wanted: !stopped.has("") && !stopped.has(id),
    })),
    everyDays,
    movable: email !== undefined && workspace !== undefined,
    topicName: topics.find(({ id }) => id === topicId)?.name ?? "",
    tracked: tracking === "granted" || (tracking === undefined && workspace?.trackingDefault === "identify"),
  };
}
