import { findTrackingChoices } from "../consent/find-consent-states.server";
import type { Deps } from "../deps";
import { decideAll, type Gate, type GateInput, type GateVerdict } from "../mail/gate";
import { type AudienceMember, listAudiencePage } from "../segments/list-audience-page.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import type { TrackingDefault } from "../workspaces/workspace";
import { advanceAudience, findAudienceCursor, moveCampaign } from "./campaign-queries.server";
import { isTracked } from "./compose-delivery.server";
import { insertDeliveries, listPreparedHashes } from "./delivery-queries.server";

const pageSize = 500;

interface Input {
  workspaceId: string;
  campaignId: string;
  /** Asked before each page: false leaves the rest to a later call. */
  goOn(): Promise<boolean>;
}

/**
 * Writes a row for everybody in the audience, page by page: prepared, or excluded with the reason. Each page and the
 * place reached are one commit, so an interruption loses and doubles nobody.
 */
export async function prepareDeliveries(
  deps: Deps & { gates: readonly Gate[] },
  { workspaceId, campaignId, goOn }: Input,
): Promise<void> {
  const { trackingDefault } = await getWorkspace(deps.db, workspaceId);
  while (await goOn()) {
    if (!(await preparePage(deps, workspaceId, campaignId, trackingDefault))) return;
  }
}

/** True while there may be another page. */
async function preparePage(
  deps: Deps & { gates: readonly Gate[] },
  workspaceId: string,
  campaignId: string,
  trackingDefault: TrackingDefault,
): Promise<boolean> {
  const place = await findAudienceCursor(deps.db, workspaceId, campaignId);
  if (place?.state !== "preparing") return false;
  const from = { cursor: place.audience_cursor, candidates: place.candidates };
  const { rows, nextCursor } = await listAudiencePage(deps, workspaceId, place.segment_id || null, {
    cursor: from.cursor || undefined,
    limit: pageSize,
  });
  const now = deps.clock.now();
  return deps.transact(async (tx) => {
    const known = await listPreparedHashes(
      tx,
      workspaceId,
      campaignId,
      rows.map((member) => member.addressHash),
    );
    const fresh = rows.filter((member) => !known.has(member.addressHash));
    const to = { cursor: nextCursor ?? from.cursor, candidates: from.candidates + fresh.length };
    if (!(await advanceAudience(tx, workspaceId, campaignId, from, to))) return true;
    const messages = fresh.map(
      (member): GateInput => ({
        workspaceId,
        leadId: member.leadId,
        addressHash: member.addressHash,
        topicId: place.topic_id,
        email: member.email,
      }),
    );
    const verdicts = fresh.length > 0 ? await decideAll(deps.gates, tx, messages) : [];
    const choices = await findTrackingChoices(
      tx,
      workspaceId,
      fresh.map((member) => member.addressHash),
    );
    await insertDeliveries(
      tx,
      fresh.map((member, index) => ({
        ...blank,
        workspace_id: workspaceId,
        id: deps.ids.next(),
        campaign_id: campaignId,
        lead_id: member.leadId,
        email: member.email,
        address_hash: member.addressHash,
        ...standOf(member, verdicts[index]),
        tracked: isTracked(choices.get(member.addressHash) ?? "unasked", trackingDefault) ? 1 : 0,
        run_at: place.send_at ?? now,
      })),
    );
    if (nextCursor !== undefined) return true;
    const due = place.send_at === null || place.send_at <= now;
    await moveCampaign(tx, workspaceId, campaignId, "preparing", { state: due ? "sending" : "scheduled" });
    return false;
  });
}

function standOf(member: AudienceMember, verdict: GateVerdict | undefined) {
  if (!member.email) return { state: "excluded", reason: "no_address" };
  // A workspace that may not send just now holds the campaign; it leaves nobody out.
  if (verdict && (verdict === "allow" || "hold" in verdict)) return { state: "prepared", reason: "" };
  return { state: "excluded", reason: verdict?.exclude ?? "no_basis" };
}

const blank = {
  detail: "",
  lease_owner: "",
  lease_until: 0,
  lease_epoch: 0,
  attempts: 0,
  sent_at: null,
  delivered_at: null,
  opened_human_at: null,
  opened_machine_at: null,
  opened_unknown_at: null,
  clicked_at: null,
  unsubscribed_at: null,
  bounced_at: null,
  complained_at: null,
};
