import type { Removal } from "~builder/document/document-error";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { noteFileUses } from "../files/note-file-uses.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import type { Campaign, CampaignFields } from "./campaign";
import { findCampaignRow, saveDraft } from "./campaign-queries.server";
import { readFields } from "./create-campaign.server";
import { type GivenMail, readMail } from "./read-mail.server";
import { requireReferences } from "./require-references.server";

export interface UpdateCampaign extends GivenMail, Partial<CampaignFields> {
  workspaceId: string;
  campaignId: string;
  /** The revision that was changed; another one now is a conflict. */
  revision: number;
}

export async function updateCampaign(
  deps: Deps,
  actor: Actor,
  { workspaceId, campaignId, revision, html, document: given, ...changes }: UpdateCampaign,
): Promise<Campaign & { removed: Removal[] }> {
  return deps.transact(async (tx) => {
    const present = await findCampaignRow(tx, workspaceId, campaignId);
    if (!present) throw new DomainError("not_found", "campaign_not_found", "There is no such campaign.");
    if (present.state !== "draft") {
      throw new DomainError(
        "conflict",
        "campaign_not_draft",
        "This campaign is on its way or was sent. It cannot be changed; make a copy instead.",
      );
    }
    const input = readFields({ ...present, ...changes });
    await requireReferences(tx, workspaceId, input, present);
    const content =
      html !== undefined || given !== undefined
        ? readMail({ html, document: given }, await getWorkspace(tx, workspaceId))
        : undefined;
    const saved = await saveDraft(tx, workspaceId, campaignId, revision, {
      name: input.name,
      subject: input.subject,
      preheader: input.preheader,
      sender_id: input.senderId,
      topic_id: input.topicId,
      segment_id: input.segmentId,
      updated_at: deps.clock.now(),
      ...(content ? { document: JSON.stringify(content.document) } : {}),
    });
    if (!saved) {
      throw new DomainError(
        "conflict",
        "campaign_changed",
        "Somebody else changed this campaign meanwhile. Nothing was overwritten; open it again to see the newer one.",
        { data: { revision: present.revision } },
      );
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "campaign:update",
      targetKind: "campaign",
      targetId: campaignId,
    });
    if (content) {
      const text = JSON.stringify(content.document);
      await noteFileUses(tx, workspaceId, { kind: "campaign", id: campaignId }, text);
    }
    const campaign = await findCampaignRow(tx, workspaceId, campaignId);
    if (!campaign) throw new Error("The campaign just saved cannot be read");
    return { ...campaign, removed: content?.removed ?? [] };
  });
}
