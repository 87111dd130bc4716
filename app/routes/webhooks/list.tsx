import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { EndpointState } from "~/components/settings/webhook-badges";
import { WebhookFields } from "~/components/settings/webhook-fields";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { CopyField } from "~/components/ui/copy-button";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { createWebhookEndpoint } from "~/domain/developer/create-webhook-endpoint.server";
import { listWebhookEndpoints } from "~/domain/developer/list-webhook-endpoints.server";
import { publicId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { givenEndpoint } from "./given-endpoint";

export const meta: MetaFunction = () => [{ title: "Webhooks · Foyer" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "api-key:manage");
  const endpoints = await listWebhookEndpoints(context.deps, workspace.id);
  return {
    endpoints: endpoints.map(({ id, url, description, events, state, failingSince }) => ({
      id: publicId("webhook", id),
      address: new URL(url).host + new URL(url).pathname,
      description,
      events: events.length,
      state,
      failing: failingSince !== undefined,
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "api-key:manage");
  const form = await request.formData();
  return answerForm(form, async (): Promise<FormState & { secret?: string; made?: string }> => {
    const made = await createWebhookEndpoint(context.deps, member, {
      workspaceId: workspace.id,
      ...givenEndpoint(form),
    });
    return { secret: made.secret, made: publicId("webhook", made.id) };
  });
}

export default function Webhooks() {
  const { endpoints } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as
    | (FormState & { secret?: string; made?: string })
    | undefined;
  const { workspace } = useParams();
  const base = `/w/${workspace}/settings/webhooks`;
  return (
    <Stack gap={6}>
      {answer?.secret && (
        <Notice tone="good" title="The endpoint was made" live="polite">
          <p>Its messages are signed with this secret. Copy it now: it is shown this once.</p>
          <CopyField label="Signing secret" text={answer.secret} />
          <p>
            <Link to={`${base}/${answer.made}`}>Send a message to try it</Link>
          </p>
        </Notice>
      )}
      {endpoints.length === 0 ? (
        <EmptyState plain title="No webhooks yet">
          Foyer can tell your own systems at once when somebody sends a form, unsubscribes or confirms.
        </EmptyState>
      ) : (
        <DataTable
          caption="Webhook endpoints"
          rows={endpoints}
          rowKey={({ id }) => id}
          rowTo={({ id }) => `${base}/${id}`}
          columns={[
            { key: "address", header: "Address", primary: true, cell: (row) => row.address },
            {
              key: "state",
              header: "State",
              cell: (row) => <EndpointState state={row.state} failing={row.failing} />,
            },
            { key: "what", header: "Receives them", wideOnly: true, cell: (row) => row.description },
            {
              key: "events",
              header: "Messages",
              wideOnly: true,
              cell: (row) => (row.events === 0 ? "All" : `${row.events} kinds`),
            },
          ]}
        />
      )}
      <Card title="Add an endpoint" aside={<Link to="/docs/api">API documentation</Link>}>
        <ActionForm
          key={endpoints.length}
          id="create"
          state={answer?.errors || answer?.message ? answer : undefined}
        >
          <WebhookFields />
          <FormActions>
            <SubmitButton pendingLabel="Adding">Add the endpoint</SubmitButton>
          </FormActions>
        </ActionForm>
      </Card>
    </Stack>
  );
}
