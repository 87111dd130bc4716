import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { EndpointState, FailingWords } from "~/components/settings/webhook-badges";
import { WebhookFields } from "~/components/settings/webhook-fields";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { ConfirmByName } from "~/components/ui/confirm-by-name";
import { CopyField } from "~/components/ui/copy-button";
import { FormActions } from "~/components/ui/form-section";
import { Row, Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { Pagination } from "~/components/ui/pagination";
import { SubmitButton } from "~/components/ui/submit-button";
import { Sure } from "~/components/ui/sure";
import { getWebhookEndpoint, listWebhookDeliveries } from "~/domain/developer/list-webhook-endpoints.server";
import { readWebhookMessage } from "~/domain/developer/read-webhook-message.server";
import { publicId, storedId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { changeWebhook, type WebhookAnswer } from "./change-webhook.server";
import { DeliveryList } from "./delivery-list";

export const meta: MetaFunction = () => [{ title: "Webhook · Foyer" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "api-key:manage");
  const endpointId = storedId("webhook", params.webhook ?? "") ?? "";
  const query = new URL(request.url).searchParams;
  const cursor = storedId("message", query.get("cursor") ?? "");
  const asked = storedId("message", query.get("message") ?? "");
  const { url, description, events, state, failingSince } = await getWebhookEndpoint(
    context.deps,
    workspace.id,
    endpointId,
  );
  const found = await listWebhookDeliveries(context.deps, workspace.id, endpointId, { cursor, limit: 25 });
  const named = { workspaceId: workspace.id, endpointId };
  const message = asked && (await readWebhookMessage(context.deps, { ...named, deliveryId: asked }));
  return {
    back: `/w/${workspace.slug}/settings/webhooks`,
    timeZone: workspace.timeZone,
    endpoint: { url, host: new URL(url).host, description, events, state, failingSince },
    deliveries: found.rows.map((row) => ({
      id: publicId("message", row.id),
      type: row.type,
      state: row.state,
      attempts: row.attempts,
      answer: row.status ? String(row.status) : row.error,
      createdAt: row.createdAt,
      nextAt: row.state === "waiting" && row.attempts > 0 ? row.runAt : undefined,
    })),
    message: message
      ? {
          id: publicId("message", message.delivery.id),
          type: message.delivery.type,
          body: JSON.stringify(JSON.parse(message.body), null, 2),
        }
      : undefined,
    nextCursor: found.nextCursor && publicId("message", found.nextCursor),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const session = await requireMember(request, context, params.workspace, "api-key:manage");
  const form = await request.formData();
  const endpointId = storedId("webhook", params.webhook ?? "") ?? "";
  return answerForm(form, () => changeWebhook(context.deps, session, endpointId, form));
}

function Act({ intent, label, pending }: { intent: string; label: string; pending: string }) {
  return (
    <ActionForm id={intent} withoutSummary>
      <input type="hidden" name="intent" value={intent} />
      <SubmitButton tone="secondary" pendingLabel={pending}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

function Said({ answer }: { answer: WebhookAnswer | undefined }) {
  if (answer?.tried) {
    const { taken, words } = answer.tried;
    return (
      <Notice
        tone={taken ? "good" : "warn"}
        title={taken ? "The message was taken" : "The message was not taken"}
        live="polite"
      >
        {words}
      </Notice>
    );
  }
  if (answer?.secret) {
    return (
      <Notice tone="good" title="There is a new secret" live="polite">
        <p>Copy it now: it is shown this once. {answer.done}</p>
        <CopyField label="Signing secret" text={answer.secret} />
      </Notice>
    );
  }
  if (answer?.done) {
    return (
      <Notice tone="good" live="polite">
        {answer.done}
      </Notice>
    );
  }
  return null;
}

/** What was signed and posted, for whoever writes the receiver. */
function MessageCard({ id, type, body }: { id: string; type: string; body: string }) {
  return (
    <div id="message">
      <Card title={type}>
        <p className="soft">
          The body as it would be sent now, with <code>webhook-id: {id}</code>. People who were erased are no
          longer in it.
        </p>
        <pre className="code-block">
          <code>{body}</code>
        </pre>
      </Card>
    </div>
  );
}

export default function Webhook() {
  const { back, endpoint, deliveries, message, nextCursor, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData() as WebhookAnswer | undefined;
  const isRefused = Boolean(answer?.errors || answer?.message);
  const refused = isRefused ? answer : undefined;
  const refusedIntent = refused && String(refused.values?.intent ?? "");
  const isOn = endpoint.state === "enabled";
  return (
    <Stack gap={6}>
      <p>
        <Link to={back}>All webhooks</Link>
      </p>
      <Said answer={answer} />
      {refused && refusedIntent !== "save" && refusedIntent !== "delete" && (
        <Notice tone="bad" live="polite">
          {refused.message}
        </Notice>
      )}
      <Card
        title={endpoint.host}
        aside={<EndpointState state={endpoint.state} failing={endpoint.failingSince !== undefined} />}
      >
        <Stack>
          {endpoint.failingSince !== undefined && (
            <FailingWords state={endpoint.state} since={endpoint.failingSince} zone={timeZone} />
          )}
          <Row>
            <Act intent="test" label="Send a message to try it" pending="Sending" />
            <Act
              intent={isOn ? "disable" : "enable"}
              label={isOn ? "Switch it off" : "Switch it on"}
              pending="Switching"
            />
            <Sure
              label="Make a new secret"
              words="The present one signs beside it for one more day, so that your receiver can change over. One from before that stops at once."
            >
              <Act intent="secret" label="Make the secret" pending="Making" />
            </Sure>
          </Row>
        </Stack>
      </Card>
      <Card title="Messages of the last 30 days">
        {deliveries.length === 0 ? (
          <p className="soft">Nothing has been sent yet.</p>
        ) : (
          <DeliveryList rows={deliveries} zone={timeZone} />
        )}
        <Pagination nextCursor={nextCursor} label="Messages" />
      </Card>
      {message && <MessageCard {...message} />}
      <Card title="What it is sent">
        <ActionForm id="save" state={refusedIntent === "save" ? refused : undefined}>
          <input type="hidden" name="intent" value="save" />
          <WebhookFields endpoint={endpoint} />
          <FormActions>
            <SubmitButton pendingLabel="Saving">Save</SubmitButton>
          </FormActions>
        </ActionForm>
      </Card>
      <Card title="Delete this endpoint">
        <ConfirmByName
          name={endpoint.host}
          consequences={["Nothing is sent to it any more.", "The list of its messages goes too."]}
          submitLabel="Delete the endpoint"
          fields={{ intent: "delete" }}
          state={refusedIntent === "delete" ? refused : undefined}
        />
      </Card>
    </Stack>
  );
}
