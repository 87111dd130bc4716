import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LeadFields } from "~/components/leads/lead-fields";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { FormActions } from "~/components/ui/form-section";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { SubmitButton } from "~/components/ui/submit-button";
import { getLead } from "~/domain/leads/get-lead.server";
import { listLeadFields } from "~/domain/leads/list-lead-fields.server";
import { updateLead } from "~/domain/leads/update-lead.server";
import { answerForm } from "~/server/session/answer-form.server";
import { readLeadForm } from "./lead-form.server";
import { requireLead } from "./lead-request.server";
import leadsCss from "./leads.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: leadsCss }];
export const meta: MetaFunction = () => [{ title: "Edit lead · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { workspaceId, leadId, here } = await requireLead(args, "lead:edit");
  const { deps } = args.context;
  const { email, name, revision, fields } = await getLead(deps, workspaceId, leadId);
  const labels = new Map((await listLeadFields(deps, workspaceId)).map((field) => [field.name, field.label]));
  return {
    here,
    email,
    name,
    revision,
    fields: Object.entries(fields).map(([field, value]) => ({
      name: field,
      label: labels.get(field) || field,
      value,
    })),
    title: name || email || "this lead",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { member, workspaceId, leadId, here } = await requireLead(args, "lead:edit");
  const form = await args.request.formData();
  return answerForm(form, async () => {
    await updateLead(args.context.deps, member, {
      workspaceId,
      leadId,
      revision: Number(form.get("revision")),
      changes: readLeadForm(form),
    });
    return redirect(`${here}?saved`);
  });
}

export default function EditLead() {
  const { here, title, email, name, fields, revision } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Stack gap={4} narrow>
      <PageHeader back={{ to: here, label: title }} title="Edit lead" />
      <Card>
        <ActionForm state={state}>
          <input type="hidden" name="revision" value={revision} />
          <LeadFields email={email} name={name} fields={fields} />
          <FormActions>
            <SubmitButton pendingLabel="Saving">Save</SubmitButton>
            <LinkButton tone="quiet" to={here}>
              Cancel
            </LinkButton>
          </FormActions>
        </ActionForm>
      </Card>
    </Stack>
  );
}
