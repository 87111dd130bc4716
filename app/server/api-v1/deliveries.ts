import { z } from "zod";
import { campaignStates } from "~/domain/campaigns/campaign";
import { countDeliveries } from "~/domain/campaigns/count-deliveries.server";
import { pauseDelivery } from "~/domain/campaigns/pause-delivery.server";
import { resumeDelivery } from "~/domain/campaigns/resume-delivery.server";
import { startDelivery } from "~/domain/campaigns/start-delivery.server";
import { stopDelivery } from "~/domain/campaigns/stop-delivery.server";
import { type ApiNoun, apiRoute } from "./api-route";
import { campaignParams, countsAnswer, showCounts } from "./campaigns";

const deliveryAnswer = z.object({
  state: z.enum(campaignStates),
  candidates: z.number().int(),
  prepared: z.number().int(),
  excluded: z.record(z.string(), z.number().int()),
  counts: countsAnswer,
});

type Counts = Awaited<ReturnType<typeof startDelivery>>;

const show = (delivery: Counts) => ({
  state: delivery.state,
  candidates: delivery.candidates,
  prepared: delivery.states.prepared,
  excluded: delivery.excluded,
  counts: showCounts(delivery),
});

export const deliveries: ApiNoun = {
  name: "Delivery",
  description:
    "Starting a delivery freezes content and audience. Asked again it tells the present state and sends nothing twice. One that is paused sends nothing until it goes on, or is stopped for good.",
  routes: [
    apiRoute({
      method: "POST",
      path: "/campaigns/:campaign/delivery",
      scope: "campaigns:send",
      summary: "Send a campaign, now or later",
      description: "422 with `findings` when something stands against it.",
      params: campaignParams,
      body: z.strictObject({ at: z.iso.datetime({ offset: true }).optional() }),
      answer: deliveryAnswer,
      status: 202,
      run: async ({ deps, actor, workspaceId, params, body }) => {
        const at = body.at === undefined ? undefined : Date.parse(body.at);
        const campaignId = params.campaign;
        return { body: show(await startDelivery(deps, actor, { workspaceId, campaignId, at })) };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/campaigns/:campaign/delivery",
      scope: "campaigns:send",
      summary: "Stop a delivery; what was not sent is cancelled",
      params: campaignParams,
      answer: deliveryAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params }) => ({
        body: show(await stopDelivery(deps, actor, { workspaceId, campaignId: params.campaign })),
      }),
    }),
    apiRoute({
      method: "POST",
      path: "/campaigns/:campaign/delivery/pause",
      scope: "campaigns:send",
      summary: "Pause a delivery that sends or is scheduled",
      description:
        "What was not sent waits, but for what is on an open connection this moment. Opt-outs hold meanwhile. Asked again it tells the present state.",
      params: campaignParams,
      body: z.strictObject({}),
      answer: deliveryAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params }) => {
        const input = { workspaceId, campaignId: params.campaign };
        await pauseDelivery(deps, actor, input);
        return { body: show(await countDeliveries(deps, workspaceId, input.campaignId)) };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/campaigns/:campaign/delivery/pause",
      scope: "campaigns:send",
      summary: "Let a paused delivery go on",
      description:
        "Also one that paused by itself, once nothing holds the workspace; until then 409. One whose time has not come waits for it.",
      params: campaignParams,
      answer: deliveryAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params }) => {
        const input = { workspaceId, campaignId: params.campaign };
        await resumeDelivery(deps, actor, input);
        return { body: show(await countDeliveries(deps, workspaceId, input.campaignId)) };
      },
    }),
  ],
};
