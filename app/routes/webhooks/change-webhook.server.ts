import { redirect } from "@remix-run/node";
import type { FormState } from "~/components/ui/form-state";
import { getWebhookEndpoint } from "~/domain/developer/list-webhook-endpoints.server";
import { retryWebhookDelivery, testWebhookEndpoint } from "~/domain/developer/try-webhook.server";
import {
  deleteWebhookEndpoint,
  rotateWebhookSecret,
  updateWebhookEndpoint,
} from "~/domain/developer/update-webhook-endpoint.server";
import { DomainError } from "~/domain/domain-error";
import { storedId } from "~/lib/ids";
import type { ServerDeps } from "~/server/server-deps";
import type { MemberSession } from "~/server/session/require-member.server";
import { givenEndpoint } from "./given-endpoint";

export interface WebhookAnswer extends FormState {
  intent: string;
  done?: string;
  /** What came back from the endpoint. */
  tried?: { taken: boolean; words: string };
  secret?: string;
}

/** What the page of one endpoint can ask for: one intent, one use case. */
export async function changeWebhook(
  deps: ServerDeps,
  { member, workspace }: MemberSession,
  endpointId: string,
  form: FormData,
): Promise<WebhookAnswer> {
  const intent = String(form.get("intent") ?? "");
  const named = { workspaceId: workspace.id, endpointId };
  switch (intent) {
    case "save":
      await updateWebhookEndpoint(deps, member, { ...named, changes: givenEndpoint(form) });
      return { intent, done: "Saved." };
    case "enable":
    case "disable": {
      const enabled = intent === "enable";
      await updateWebhookEndpoint(deps, member, { ...named, changes: { enabled } });
      return {
        intent,
        done: enabled ? "It is on: messages are sent from now on." : "It is off: nothing is sent to it.",
      };
    }
    case "test": {
      const { state, status, error, durationMs } = await testWebhookEndpoint(deps, named);
      const said = status ? `It answered ${status}` : error.replace(/\.$/, "") || "It did not answer";
      return { intent, tried: { taken: state === "delivered", words: `${said}, after ${durationMs} ms.` } };
    }
    case "secret": {
      const { secret, oldValidUntil } = await rotateWebhookSecret(deps, member, named);
      return {
        intent,
        secret,
        done: oldValidUntil
          ? "The old secret signs beside it for one more day."
          : "Switch the endpoint on now.",
      };
    }
    case "retry": {
      const deliveryId = storedId("message", String(form.get("delivery") ?? "")) ?? "";
      await retryWebhookDelivery(deps, { ...named, deliveryId });
      return { intent, done: "It is sent again within seconds." };
    }
    case "delete": {
      const { url } = await getWebhookEndpoint(deps, workspace.id, endpointId);
      const message = "This is not the name. Nothing was deleted.";
      if (String(form.get("confirmation") ?? "").trim() !== new URL(url).host)
        throw new DomainError("invalid", "not_confirmed", message, { fields: { confirmation: message } });
      await deleteWebhookEndpoint(deps, member, named);
      throw redirect(`/w/${workspace.slug}/settings/webhooks`);
    }
    default:
      throw new DomainError("invalid", "unknown_intent", "This page cannot do that.");
  }
}
