import { isBlocked } from "../acceptable-use/finding";
import { recordFindings } from "../acceptable-use/record-findings.server";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { enqueueJob } from "../jobs/enqueue-job.server";
import type { Gate } from "../mail/gate";
import type { Campaign } from "./campaign";
import { insertVersion, moveCampaign } from "./campaign-queries.server";
import { checkCampaign } from "./check-campaign.server";
import { countDeliveries, type DeliveryCounts } from "./count-deliveries.server";
import type { FrozenSender } from "./frozen-version.server";
import { getCampaign } from "./get-campaign.server";
import { prepareDeliveries } from "./prepare-deliveries.server";
import { prepareJob } from "./prepare-job";
import { requireNoHold } from "./require-no-hold.server";

export interface StartDelivery {
  workspaceId: string;
  campaignId: string;
  /** Epoch milliseconds; absent or past: now. */
  at?: number;
}

/** A small audience is frozen before the answer; a large one goes on in a job. */
const answerWithinMs = 1500;

/** What was checked and would be sent is no longer what stands in the draft. */
function requireStarted({ state, revision }: Campaign): void {
  if (state !== "draft") return;
  throw new DomainError(
    "conflict",
    "campaign_changed",
    "Somebody else changed this campaign meanwhile. Nothing was sent; look at it again before you send it.",
    { data: { revision } },
  );
}

/**
 * Freezes content and audience and lets the engine send. Asked again it answers the present state: there is never a
 * second sending.
 */
export async function startDelivery(
  deps: Deps & { gates: readonly Gate[] },
  actor: Actor,
  { workspaceId, campaignId, at }: StartDelivery,
): Promise<DeliveryCounts> {
  const { campaign, sender, rendered, findings } = await checkCampaign(deps, { workspaceId, campaignId });
  if (campaign.state !== "draft") return countDeliveries(deps, workspaceId, campaignId);
  await requireNoHold(deps, deps.db, { workspaceId, kept: "The draft is kept." });
  if (isBlocked(findings) || !sender) {
    await deps.transact((tx) =>
      recordFindings(deps, tx, { workspaceId, subjectKind: "campaign", subjectId: campaignId, findings }),
    );
    throw new DomainError(
      "invalid",
      "campaign_refused",
      "The campaign cannot be sent like this. Nothing was sent; each finding says what to do.",
      { data: { findings } },
    );
  }
  const now = deps.clock.now();
  const versionId = deps.ids.next();
  const { fromName, fromEmail, replyTo, postalAddress } = sender;
  await deps.transact(async (tx) => {
    const start = {
      state: "preparing" as const,
      version_id: versionId,
      started_at: now,
      updated_at: now,
      send_at: at !== undefined && at > now ? at : null,
    };
    if (!(await moveCampaign(tx, workspaceId, campaignId, "draft", start, campaign.revision))) {
      requireStarted(await getCampaign(deps, workspaceId, campaignId, tx));
      return;
    }
    await insertVersion(tx, {
      workspace_id: workspaceId,
      id: versionId,
      campaign_id: campaignId,
      subject: rendered.subject,
      html: rendered.html,
      text: rendered.text,
      links: JSON.stringify(rendered.links),
      sender: JSON.stringify({ fromName, fromEmail, replyTo, postalAddress } satisfies FrozenSender),
      topic_id: campaign.topicId,
      created_at: now,
    });
    await recordFindings(deps, tx, {
      workspaceId,
      subjectKind: "campaign",
      subjectId: campaignId,
      findings,
    });
    await enqueueJob(deps, tx, prepareJob, {
      workspaceId,
      payload: { workspaceId, campaignId },
      uniqueKey: campaignId,
      // The job is for what is left when the request has ended, or was killed.
      runAt: now + 2 * answerWithinMs,
    });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "campaign:send",
      targetKind: "campaign",
      targetId: campaignId,
      detail: { at: at ?? now },
    });
  });
  const until = performance.now() + answerWithinMs;
  await prepareDeliveries(deps, {
    workspaceId,
    campaignId,
    goOn: async () => performance.now() < until,
  });
  return countDeliveries(deps, workspaceId, campaignId);
}
