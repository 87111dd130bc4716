import { LRUCache } from "lru-cache";
import type { Deps } from "../deps";
import { isDomainError } from "../domain-error";
import { backoffMs } from "../jobs/job";
import { findHold, type Gate } from "../mail/gate";
import { findSigningKey, type SigningKey } from "../senders/find-signing-key.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { standingAllows } from "../workspaces/standing";
import type { TrackingDefault } from "../workspaces/workspace";
import { listCampaignsInState, moveCampaign } from "./campaign-queries.server";
import { composeDelivery, envelopeFrom } from "./compose-delivery.server";
import { claimMs, maxAttempts } from "./delivery";
import type { Claimed } from "./delivery-ledger.server";
import { claimDeliveries, listRecipients, moveOwned, type RecipientRow } from "./delivery-queries.server";
import { finishCampaign } from "./finish-campaign.server";
import { type FrozenVersion, findFrozenVersion } from "./frozen-version.server";
import type { MailMaker } from "./mail-maker.server";

/** A finished message that waits for a connection. */
export interface ReadyMessage {
  claimed: Claimed;
  from: string;
  raw: Buffer;
  subject: string;
  /** After this moment another process may have claimed it. */
  until: number;
}

interface Frozen {
  version: FrozenVersion;
  key: SigningKey | undefined;
}

interface Running {
  workspaceId: string;
  id: string;
  versionId: string;
}

export interface DeliveryFeeder {
  /** Claims and makes messages of every campaign that is being sent, a share of `room` each; how many were made. */
  feed(room: number, give: (message: ReadyMessage) => void): Promise<number>;
}

export function createDeliveryFeeder(
  deps: Deps,
  { maker, gates }: { maker: MailMaker; gates: readonly Gate[] },
): DeliveryFeeder {
  const owner = deps.processId;
  const versions = new LRUCache<string, Frozen>({ max: 20 });

  async function frozenOf({ workspaceId, versionId }: Running): Promise<Frozen | undefined> {
    const cached = versions.get(versionId);
    if (cached) return cached;
    const version = await findFrozenVersion(deps.db, workspaceId, versionId);
    if (!version) return undefined;
    const key = await findSigningKey(deps, workspaceId, version.sender.fromEmail);
    const frozen = { version, key };
    versions.set(versionId, frozen);
    return frozen;
  }

  /** A row of ours that will not leave as it is. */
  async function setAside(
    workspaceId: string,
    { id, epoch }: { id: string; epoch: number },
    changes: Parameters<typeof moveOwned>[4],
  ): Promise<void> {
    await moveOwned(deps.db, { workspaceId, owner, epoch }, [id], "prepared", { ...changes, lease_until: 0 });
  }

  /** What went wrong may be ours and pass, such as a thread that died: tried again before it counts. */
  function afterFailure(error: unknown, attempts: number): Parameters<typeof setAside>[2] {
    if (isDomainError(error) && error.code === "basis_missing")
      return { state: "excluded", reason: "no_basis" };
    const tries = attempts + 1;
    if (isDomainError(error) || tries >= maxAttempts) return { state: "failed", reason: "unrenderable" };
    return { state: "prepared", attempts: tries, run_at: deps.clock.now() + backoffMs(tries) };
  }

  async function make(
    campaign: Running,
    frozen: Frozen,
    trackingDefault: TrackingDefault,
    recipient: RecipientRow,
    epoch: number,
    until: number,
  ): Promise<ReadyMessage | undefined> {
    const { workspaceId } = campaign;
    const { version, key } = frozen;
    const { lead } = recipient;
    if (!lead || !recipient.email) {
      await setAside(workspaceId, { id: recipient.id, epoch }, { state: "excluded", reason: "erased" });
      return undefined;
    }
    try {
      const input = { workspaceId, trackingDefault, version, recipient: { ...recipient, lead }, key };
      const { raw, subject } = await composeDelivery(deps, maker, input);
      const gate = {
        workspaceId,
        leadId: recipient.leadId,
        addressHash: recipient.addressHash,
        topicId: version.topicId,
        email: recipient.email,
      };
      const { id, attempts } = recipient;
      const claimed = { id, epoch, attempts, campaignId: campaign.id, gate };
      const { fromEmail } = version.sender;
      const from = envelopeFrom(deps, { workspaceId, deliveryId: id, fromEmail });
      return { claimed, from, raw, subject, until };
    } catch (error) {
      const changes = afterFailure(error, recipient.attempts);
      if (changes.state !== "excluded") {
        deps.log.error({ err: error, deliveryId: recipient.id }, "a message could not be made");
      }
      await setAside(workspaceId, { id: recipient.id, epoch }, changes);
      return undefined;
    }
  }

  async function feedOne(campaign: Running, limit: number, give: (message: ReadyMessage) => void) {
    const workspace = await findWorkspaceById(deps, campaign.workspaceId);
    const mayNot = !workspace || !standingAllows(workspace.standing, "send");
    if (mayNot || (await findHold(gates, deps.db, campaign.workspaceId)) !== undefined) {
      await moveCampaign(deps.db, campaign.workspaceId, campaign.id, "sending", { state: "paused" });
      return 0;
    }
    const frozen = await frozenOf(campaign);
    if (!frozen) return 0;
    const now = deps.clock.now();
    const until = now + claimMs;
    const claimed = await claimDeliveries(deps.db, campaign.workspaceId, campaign.id, {
      owner,
      now,
      until,
      limit,
    });
    if (claimed.length === 0) {
      await finishCampaign(deps, campaign.workspaceId, campaign.id);
      return 0;
    }
    const epochs = new Map(claimed.map(({ id, epoch }) => [id, epoch]));
    const recipients = await listRecipients(deps.db, campaign.workspaceId, [...epochs.keys()]);
    // A handful at a time: the thread puts them together while the next are personalised.
    for (let start = 0; start < recipients.length; start += 8) {
      const few = recipients.slice(start, start + 8);
      const made = await Promise.all(
        few.map((recipient) =>
          make(campaign, frozen, workspace.trackingDefault, recipient, epochs.get(recipient.id) ?? 0, until),
        ),
      );
      for (const message of made) if (message) give(message);
    }
    return claimed.length;
  }

  return {
    async feed(room, give) {
      const running = await listCampaignsInState(deps.db, ["sending"], 100);
      const share = Math.max(10, Math.ceil(room / Math.max(1, running.length)));
      let made = 0;
      for (const campaign of running) made += await feedOne(campaign, share, give);
      return made;
    },
  };
}
