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
import { TextArea } from "~/components/ui/text-area";
import { createLead } from "~/domain/leads/create-lead.server";
import { publicId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { readLeadForm } from "./lead-form.server";
import { requireLeads } from "./lead-request.server";
import leadsCss from "./leads.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: leadsCss }];
export const meta: MetaFunction = () => [{ title: "New lead · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { base } = await requireLeads(args, "lead:edit");
  return { base };
}

export async function action(args: ActionFunctionArgs) {
  const { member, workspaceId, base } = await requireLeads(args, "lead:edit");
  const form = await args.request.formData();
  const wording = String(form.get("wording") ?? "").trim();
  return answerForm(form, async () => {
    const { email = "", ...given } = readLeadForm(form);
    const { lead, created } = await createLead(args.context.deps, member, {
      workspaceId,
      ...given,
      email,
      consents: wording ? [{ purpose: "mail", wording }] : [],
    });
    return redirect(`${base}/${publicId("lead", lead.id)}${created ? "?saved" : "?merged"}`);
  });
}

export default function NewLead() {
  const { base } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Stack gap={4} narrow>
      <PageHeader back={{ to: base, label: "Leads" }} title="New lead" />
      <Card>
        <ActionForm state={state}>
          <LeadFields email="" name="" />
          <TextArea
            name="wording"
            label="What the person agreed to"
            hint="Only when they agreed to get mail: in their words, with where and when. It is kept as proof. Without it no campaign reaches them."
            maxLength={2000}
            rows={3}
            optional
          />
          <FormActions>
            <SubmitButton pendingLabel="Saving">Add the lead</SubmitButton>
            <LinkButton tone="quiet" to={base}>
              Cancel
            </LinkButton>
          </FormActions>
        </ActionForm>
      </Card>
    </Stack>
  );
}
