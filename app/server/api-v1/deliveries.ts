import { z } from "zod";
import { campaignStates } from "~/domain/campaigns/campaign";
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
    "Starting a delivery freezes content and audience. Asked again it tells the present state and sends nothing twice.",
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
  ],
};
