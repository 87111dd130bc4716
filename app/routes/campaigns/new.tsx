import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { FormActions } from "~/components/ui/form-section";
import { Columns, Stack } from "~/components/ui/layout";
import { PageHeader } from "~/components/ui/page-header";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import { createCampaign } from "~/domain/campaigns/create-campaign.server";
import { listSenders } from "~/domain/senders/list-senders.server";
import { mayCampaignsUse } from "~/domain/senders/sender";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import {
  findMailTemplate,
  type MailStart,
  mailTemplates,
  welcomeMails,
} from "~builder/templates/mail-templates";
import { campaignPath } from "./campaign-request.server";
import campaignsCss from "./campaigns.css?url";
import { type Choice, MailChoices } from "./mail-choices";
import { MailFrame } from "./mail-frame";

export const meta: MetaFunction = () => [{ title: "New campaign · Foyer" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: campaignsCss }];

const choiceOf = ({ id, name, description }: MailStart): Choice => ({ id, name, description });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "campaign:edit");
  return {
    base: `/w/${workspace.slug}/campaigns`,
    templates: mailTemplates.map(choiceOf),
    welcomes: welcomeMails.map((mail) => ({ ...choiceOf(mail), goal: mail.goal })),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { member, workspace } = await requireMember(request, context, params.workspace, "campaign:edit");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const template = findMailTemplate(text("start"));
  return answerForm(form, async () => {
    const { rows: senders } = await listSenders(deps, workspace.id);
    const { preheader, ...document } = template?.document ?? {};
    const campaign = await createCampaign(deps, member, {
      workspaceId: workspace.id,
      name: text("name"),
      subject: template?.subject ?? "",
      preheader: preheader ?? "",
      senderId: senders.find(mayCampaignsUse)?.id ?? "",
      ...(template ? { document } : { html: text("html") }),
    });
    return redirect(campaignPath(workspace.slug, campaign.id, "/edit"));
  });
}

export default function NewCampaign() {
  const { base, templates, welcomes } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const [query] = useSearchParams();
  const start = query.get("start");
  const chosen = [...templates, ...welcomes].find(({ id }) => id === start);
  if (!chosen && start !== "html") {
    const [goal, words] = [query.get("goal") ?? "", query.get("q") ?? ""];
    return <MailChoices {...{ base, templates, welcomes, goal, words }} />;
  }
  return (
    <Stack gap={6}>
      <PageHeader title="Name the campaign" back={{ to: `${base}/new`, label: "Templates" }} />
      <Columns wideFirst={!chosen}>
        <ActionForm id="new-campaign" state={state}>
          <Stack gap={4} narrow={Boolean(chosen)}>
            <input type="hidden" name="start" value={start ?? ""} />
            <TextField
              name="name"
              label="Name"
              hint="Only you see it."
              maxLength={200}
              required
              autoFocus
              autoComplete="off"
            />
            {!chosen && (
              <TextArea
                name="html"
                label="HTML"
                code
                rows={16}
                hint="Link to {{unsubscribe_url}} in it. Scripts and forms are left out."
              />
            )}
            <FormActions>
              <SubmitButton pendingLabel="Making the campaign">Make the campaign</SubmitButton>
            </FormActions>
          </Stack>
        </ActionForm>
        {chosen && <MailFrame src={`${base}/preview-template/${chosen.id}`} title={chosen.name} />}
      </Columns>
    </Stack>
  );
}
