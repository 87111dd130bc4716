import type { Removal } from "~builder/document/document-error";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError, messagesByField } from "../domain-error";
import { noteFileUses } from "../files/note-file-uses.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { type Campaign, type CampaignFields, campaignFields } from "./campaign";
import { findCampaignRow, insertCampaign } from "./campaign-queries.server";
import { type GivenMail, readMail } from "./read-mail.server";
import { requireReferences } from "./require-references.server";

export interface CreateCampaign extends GivenMail, Partial<Omit<CampaignFields, "name">> {
  workspaceId: string;
  name: string;
}

/** A draft. What the given HTML lost while it was cleaned is told. */
export async function createCampaign(
  deps: Deps,
  actor: Actor,
  { workspaceId, html, document: given, ...fields }: CreateCampaign,
): Promise<Campaign & { removed: Removal[] }> {
  const input = readFields({
    subject: "",
    preheader: "",
    senderId: "",
    topicId: "",
    segmentId: "",
    ...fields,
  });
  const { document, removed } = readMail({ html, document: given }, await getWorkspace(deps.db, workspaceId));
  const id = deps.ids.next();
  const now = deps.clock.now();
  return deps.transact(async (tx) => {
    await requireReferences(tx, workspaceId, input);
    await insertCampaign(tx, {
      workspace_id: workspaceId,
      id,
      name: input.name,
      subject: input.subject,
      preheader: input.preheader,
      sender_id: input.senderId,
      topic_id: input.topicId,
      segment_id: input.segmentId,
      document: JSON.stringify(document),
      revision: 1,
      state: "draft",
      version_id: "",
      candidates: 0,
      audience_cursor: "",
      send_at: null,
      created_at: now,
      updated_at: now,
      started_at: null,
      finished_at: null,
      paused_by: "",
    });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "campaign:create",
      targetKind: "campaign",
      targetId: id,
    });
    await noteFileUses(tx, workspaceId, { kind: "campaign", id }, JSON.stringify(document));
    const campaign = await findCampaignRow(tx, workspaceId, id);
    if (!campaign) throw new Error("The campaign just written cannot be read");
    return { ...campaign, removed };
  });
}

export function readFields(given: unknown): CampaignFields {
  const parsed = campaignFields.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = messagesByField(parsed.error.issues);
  throw new DomainError("invalid", "campaign_invalid", "The campaign was not saved. See what is marked.", {
    fields,
  });
}
