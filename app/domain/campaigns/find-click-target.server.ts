import { fillUrl, listMergeFields } from "~builder/document/merge-fields";
import type { Deps } from "../deps";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { standingAllows } from "../workspaces/standing";
import { findCampaignRow } from "./campaign-queries.server";
import { listRecipients } from "./delivery-queries.server";
import { findFrozenVersion } from "./frozen-version.server";
import type { MessageRef } from "./message-token.server";
import { mergeValuesOf } from "./personalise";

/** The targets that were frozen with a campaign; undefined when there is no such campaign any more. */
export async function findCampaignLinks(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  campaignId: string,
): Promise<string[] | undefined> {
  const campaign = await findCampaignRow(deps.db, workspaceId, campaignId);
  if (!campaign?.versionId) return undefined;
  return (await findFrozenVersion(deps.db, workspaceId, campaign.versionId))?.links;
}

/** Whether links of this workspace lead anywhere just now. */
export async function areLinksServed(deps: Pick<Deps, "db">, workspaceId: string): Promise<boolean> {
  const workspace = await findWorkspaceById(deps, workspaceId);
  return workspace !== undefined && standingAllows(workspace.standing, "serve");
}

/** A stored target with this person's values in it; where the person is gone, with the fallbacks. */
export async function fillClickTarget(
  deps: Pick<Deps, "db">,
  target: string,
  ref: MessageRef,
): Promise<string> {
  if (listMergeFields(target).length === 0) return target;
  const [recipient] = await listRecipients(deps.db, ref.workspaceId, [ref.deliveryId]);
  const values = recipient?.lead ? mergeValuesOf({ ...recipient.lead, email: recipient.email }) : {};
  return fillUrl(target, values);
}
