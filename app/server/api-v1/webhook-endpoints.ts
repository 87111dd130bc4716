import { z } from "zod";
import { createWebhookEndpoint } from "~/domain/developer/create-webhook-endpoint.server";
import {
  getWebhookEndpoint,
  listWebhookDeliveries,
  listWebhookEndpoints,
} from "~/domain/developer/list-webhook-endpoints.server";
import { retryWebhookDelivery, testWebhookEndpoint } from "~/domain/developer/try-webhook.server";
import {
  deleteWebhookEndpoint,
  rotateWebhookSecret,
  updateWebhookEndpoint,
} from "~/domain/developer/update-webhook-endpoint.server";
import {
  type WebhookDelivery,
  type WebhookEndpoint,
  webhookTypeNames,
} from "~/domain/developer/webhook-endpoint";
import { publicId } from "~/lib/ids";
import { idField, listOf, listQuery, shownId, shownTime, time, timeOrNull } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { pageOfRows } from "./page-of-rows";

const endpointAnswer = z.object({
  id: shownId("webhook"),
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()).meta({ description: "Empty: all." }),
  enabled: z.boolean(),
  failing_since: shownTime.nullable(),
  created_at: shownTime,
  updated_at: shownTime,
});

const secret = z.string().meta({ description: "whsec_...; shown only now." });

const deliveryAnswer = z.object({
  id: shownId("message").meta({ description: "Sent as webhook-id, the same for every try." }),
  type: z.string(),
  state: z.enum(["waiting", "delivered", "failed"]),
  attempts: z.number().int(),
  status: z.number().int().nullable().meta({ description: "HTTP status of the last answer." }),
  error: z.string().nullable(),
  duration_ms: z.number().int(),
  next_attempt_at: shownTime.nullable(),
  created_at: shownTime,
  done_at: shownTime.nullable(),
});

const show = (endpoint: WebhookEndpoint) => ({
  id: publicId("webhook", endpoint.id),
  url: endpoint.url,
  description: endpoint.description,
  events: endpoint.events,
  enabled: endpoint.state === "enabled",
  failing_since: timeOrNull(endpoint.failingSince),
  created_at: time(endpoint.createdAt),
  updated_at: time(endpoint.updatedAt),
});

const showDelivery = (delivery: WebhookDelivery) => ({
  id: publicId("message", delivery.id),
  type: delivery.type,
  state: delivery.state,
  attempts: delivery.attempts,
  status: delivery.status || null,
  error: delivery.error || null,
  duration_ms: delivery.durationMs,
  next_attempt_at: delivery.state === "waiting" ? time(delivery.runAt) : null,
  created_at: time(delivery.createdAt),
  done_at: timeOrNull(delivery.doneAt),
});

const params = z.object({ endpoint: idField("webhook") });
const deliveryParams = params.extend({ delivery: idField("message") });
const fields = {
  url: z.string().max(2000),
  description: z.string().max(400),
  events: z.array(z.enum(webhookTypeNames)).max(20),
};

export const webhookEndpoints: ApiNoun = {
  name: "Webhook endpoints",
  description:
    "An endpoint is an https address that is told of news, signed as Standard Webhooks says: webhook-id, webhook-timestamp and webhook-signature. " +
    "A message that is not answered with 2xx within 10 seconds is sent again, ten times over three days; an endpoint that answers 410, or nothing for five days, is switched off.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/webhook_endpoints",
      scope: "webhooks:read",
      summary: "List endpoints",
      query: listQuery,
      answer: listOf(endpointAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const all = await listWebhookEndpoints(deps, workspaceId);
        const { rows, nextCursor } = pageOfRows("webhook", all, query);
        return { body: { data: rows.map(show), next_cursor: nextCursor } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/webhook_endpoints",
      scope: "webhooks:write",
      summary: "Make an endpoint",
      description: "Without `events` it is told of everything.",
      body: z.strictObject({
        url: fields.url,
        description: fields.description.optional(),
        events: fields.events.optional(),
      }),
      answer: endpointAnswer.extend({ secret }),
      status: 201,
      run: async ({ deps, actor, workspaceId, body }) => {
        const made = await createWebhookEndpoint(deps, actor, { workspaceId, ...body });
        const location = `/webhook_endpoints/${publicId("webhook", made.id)}`;
        return { body: { ...show(made), secret: made.secret }, location };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/webhook_endpoints/:endpoint",
      scope: "webhooks:read",
      summary: "See an endpoint",
      params,
      answer: endpointAnswer,
      status: 200,
      rows: ({ params }) => [{ table: "webhook_endpoints", key: { id: params.endpoint } }],
      run: async ({ deps, workspaceId, params: { endpoint } }) => ({
        body: show(await getWebhookEndpoint(deps, workspaceId, endpoint)),
      }),
    }),
    apiRoute({
      method: "PATCH",
      path: "/webhook_endpoints/:endpoint",
      scope: "webhooks:write",
      summary: "Change an endpoint, or switch it on or off",
      params,
      body: z.strictObject({ ...fields, enabled: z.boolean() }).partial(),
      answer: endpointAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params: { endpoint: endpointId }, body: changes }) => ({
        body: show(await updateWebhookEndpoint(deps, actor, { workspaceId, endpointId, changes })),
      }),
    }),
    apiRoute({
      method: "DELETE",
      path: "/webhook_endpoints/:endpoint",
      scope: "webhooks:write",
      summary: "Delete an endpoint with its log",
      params,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params: { endpoint: endpointId } }) => {
        await deleteWebhookEndpoint(deps, actor, { workspaceId, endpointId });
        return {};
      },
    }),
    apiRoute({
      method: "POST",
      path: "/webhook_endpoints/:endpoint/test",
      scope: "webhooks:write",
      summary: "Send a message of the type endpoint.test, once, and see what came back",
      params,
      answer: deliveryAnswer,
      status: 200,
      run: async ({ deps, workspaceId, params: { endpoint: endpointId } }) => ({
        body: showDelivery(await testWebhookEndpoint(deps, { workspaceId, endpointId })),
      }),
    }),
    apiRoute({
      method: "POST",
      path: "/webhook_endpoints/:endpoint/secret",
      scope: "webhooks:write",
      summary: "Make a new secret; the old one signs beside it for a day",
      params,
      answer: z.object({ secret, old_secret_valid_until: shownTime.nullable() }),
      status: 201,
      run: async ({ deps, actor, workspaceId, params: { endpoint: endpointId } }) => {
        const made = await rotateWebhookSecret(deps, actor, { workspaceId, endpointId });
        return { body: { secret: made.secret, old_secret_valid_until: timeOrNull(made.oldValidUntil) } };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/webhook_endpoints/:endpoint/deliveries",
      scope: "webhooks:read",
      summary: "List what was sent in the last 30 days, newest first",
      params,
      query: listQuery,
      answer: listOf(deliveryAnswer),
      status: 200,
      run: async ({ deps, workspaceId, params: { endpoint }, query }) => {
        const found = await listWebhookDeliveries(deps, workspaceId, endpoint, query);
        return { body: { data: found.rows.map(showDelivery), next_cursor: found.nextCursor ?? null } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/webhook_endpoints/:endpoint/deliveries/:delivery/retry",
      scope: "webhooks:write",
      summary: "Send a message again, taken or not, under the same webhook-id",
      params: deliveryParams,
      answer: deliveryAnswer,
      status: 202,
      run: async ({ deps, workspaceId, params: { endpoint: endpointId, delivery: deliveryId } }) => ({
        body: showDelivery(await retryWebhookDelivery(deps, { workspaceId, endpointId, deliveryId })),
      }),
    }),
  ],
};
