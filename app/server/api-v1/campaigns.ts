import { z } from "zod";
import type { Campaign } from "~/domain/campaigns/campaign";
import { campaignStates } from "~/domain/campaigns/campaign";
import { countDeliveries, type DeliveryCounts } from "~/domain/campaigns/count-deliveries.server";
import { createCampaign } from "~/domain/campaigns/create-campaign.server";
import { deleteCampaign } from "~/domain/campaigns/delete-campaign.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { listCampaigns } from "~/domain/campaigns/list-campaigns.server";
import { updateCampaign } from "~/domain/campaigns/update-campaign.server";
import { publicId } from "~/lib/ids";
import {
  idField,
  idOrNull,
  listOf,
  listQuery,
  optionalId,
  removalAnswer,
  shownId,
  shownTime,
  time,
  timeOrNull,
} from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const campaignAnswer = z.object({
  id: shownId("campaign"),
  name: z.string(),
  subject: z.string(),
  preheader: z.string(),
  sender_id: shownId("sender").nullable(),
  topic_id: shownId("topic").nullable(),
  segment_id: shownId("segment").nullable(),
  state: z.enum(campaignStates),
  revision: z.number().int(),
  send_at: shownTime.nullable(),
  created_at: shownTime,
  updated_at: shownTime,
  started_at: shownTime.nullable(),
  finished_at: shownTime.nullable(),
});

const count = z.number().int();
export const countsAnswer = z.object({
  candidates: count.meta({ description: "The sum of all states, at every instant." }),
  excluded: z.record(z.string(), count).meta({ description: "Left out, by reason." }),
  prepared: count,
  sending: count,
  sent: count,
  delivered: count,
  failed: count,
  cancelled: count,
  unknown: count,
  opened: z.object({ human: count, machine: count, unknown: count }),
  clicked: count,
  unsubscribed: count,
  bounced: count,
  complained: count,
});

export const showCounts = ({ candidates, states, excluded, marks }: DeliveryCounts) => ({
  candidates,
  excluded,
  prepared: states.prepared,
  sending: states.sending,
  sent: states.sent,
  delivered: marks.delivered,
  failed: states.failed,
  cancelled: states.cancelled,
  unknown: states.unknown,
  opened: { human: marks.openedHuman, machine: marks.openedMachine, unknown: marks.openedUnknown },
  clicked: marks.clicked,
  unsubscribed: marks.unsubscribed,
  bounced: marks.bounced,
  complained: marks.complained,
});

const show = (campaign: Campaign) => ({
  id: publicId("campaign", campaign.id),
  name: campaign.name,
  subject: campaign.subject,
  preheader: campaign.preheader,
  sender_id: idOrNull("sender", campaign.senderId),
  topic_id: idOrNull("topic", campaign.topicId),
  segment_id: idOrNull("segment", campaign.segmentId),
  state: campaign.state,
  revision: campaign.revision,
  send_at: timeOrNull(campaign.sendAt),
  created_at: time(campaign.createdAt),
  updated_at: time(campaign.updatedAt),
  started_at: timeOrNull(campaign.startedAt),
  finished_at: timeOrNull(campaign.finishedAt),
});

const savedCampaign = campaignAnswer.extend({ removed: z.array(removalAnswer) });

const content = {
  subject: z.string().max(1000),
  preheader: z.string().max(1000),
  sender_id: optionalId("sender"),
  topic_id: optionalId("topic"),
  segment_id: optionalId("segment").meta({ description: "null: everybody who may be written to." }),
  html: z.string().max(2_000_000).optional(),
  document: z.record(z.string(), z.unknown()).optional(),
};

export const campaignParams = z.object({ campaign: idField("campaign") });

export const campaigns: ApiNoun = {
  name: "Campaigns",
  description:
    "A campaign is a draft until its delivery starts. Merge fields are {{name}} and {{name|there}}.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/campaigns",
      scope: "campaigns:read",
      summary: "List campaigns, newest first",
      query: listQuery.extend({
        q: z.string().max(100).optional(),
        state: z.enum(campaignStates).optional(),
      }),
      answer: listOf(campaignAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const found = await listCampaigns(deps, workspaceId, query);
        return { body: { data: found.rows.map(show), next_cursor: found.nextCursor ?? null } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/campaigns",
      scope: "campaigns:write",
      summary: "Make a campaign as a draft",
      body: z.strictObject({
        name: z.string().max(500),
        ...content,
        subject: content.subject.optional(),
        preheader: content.preheader.optional(),
      }),
      answer: savedCampaign,
      status: 201,
      run: async ({ deps, actor, workspaceId, body }) => {
        const { sender_id: senderId, topic_id: topicId, segment_id: segmentId, ...given } = body;
        const made = await createCampaign(deps, actor, {
          workspaceId,
          senderId,
          topicId,
          segmentId,
          ...given,
        });
        return {
          body: { ...show(made), removed: made.removed },
          revision: made.revision,
          location: `/campaigns/${publicId("campaign", made.id)}`,
        };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/campaigns/:campaign",
      scope: "campaigns:read",
      summary: "See a campaign with where everybody stands",
      params: campaignParams,
      answer: campaignAnswer.extend({ counts: countsAnswer, ...countsAnswer.shape }),
      status: 200,
      rows: ({ params }) => [{ table: "campaigns", key: { id: params.campaign } }],
      run: async ({ deps, workspaceId, params }) => {
        const campaign = await getCampaign(deps, workspaceId, params.campaign);
        const counts = showCounts(await countDeliveries(deps, workspaceId, params.campaign));
        return { body: { ...show(campaign), counts, ...counts }, revision: campaign.revision };
      },
    }),
    apiRoute({
      method: "PATCH",
      path: "/campaigns/:campaign",
      scope: "campaigns:write",
      summary: "Change a draft",
      params: campaignParams,
      body: z
        .strictObject({
          name: z.string().max(500),
          ...content,
          sender_id: idField("sender").nullable(),
          topic_id: idField("topic").nullable(),
          segment_id: idField("segment").nullable(),
        })
        .partial(),
      answer: savedCampaign,
      status: 200,
      ifMatch: true,
      run: async ({ deps, actor, workspaceId, params, body, revision }) => {
        const { sender_id, topic_id, segment_id, ...given } = body;
        const ids = {
          ...(sender_id !== undefined && { senderId: sender_id ?? "" }),
          ...(topic_id !== undefined && { topicId: topic_id ?? "" }),
          ...(segment_id !== undefined && { segmentId: segment_id ?? "" }),
        };
        const campaignId = params.campaign;
        const saved = await updateCampaign(deps, actor, {
          workspaceId,
          campaignId,
          revision: revision ?? (await getCampaign(deps, workspaceId, campaignId)).revision,
          ...ids,
          ...given,
        });
        return { body: { ...show(saved), removed: saved.removed }, revision: saved.revision };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/campaigns/:campaign",
      scope: "campaigns:write",
      summary: "Delete a draft",
      params: campaignParams,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params }) => {
        await deleteCampaign(deps, actor, { workspaceId, campaignId: params.campaign });
        return {};
      },
    }),
  ],
};
