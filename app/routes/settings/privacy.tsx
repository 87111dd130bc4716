import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { FormActions, FormSection } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import { mayDo } from "~/domain/workspaces/permission";
import { missingPrivacySettings, retentionWords } from "~/domain/workspaces/privacy-settings";
import { savePrivacySettings } from "~/domain/workspaces/update-workspace.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Privacy notice · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace);
  const settings = workspace.privacySettings;
  return {
    settings,
    words: retentionWords({ ...settings, retentionText: "" }),
    complete: missingPrivacySettings(settings).length === 0,
    mayManage: mayDo(member.role, "settings:manage"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  return answerForm(form, async () => {
    await savePrivacySettings(context.deps, member, {
      workspaceId: workspace.id,
      settings: {
        controller: text("controller"),
        contact: text("contact"),
        postalAddress: text("postalAddress"),
        purposes: text("purposes").split(/\r\n|\r|\n/),
        retentionMonths: workspace.privacySettings.retentionMonths,
        retentionText: text("retentionText"),
        text: text("text"),
      },
    });
    return { saved: true };
  });
}

export default function PrivacyNoticeSettings() {
  const { settings, words, complete, mayManage } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { saved?: true }) | undefined;
  return (
    <Stack gap={6}>
      {answer?.saved && (
        <Notice tone="good" live="polite" title="Saved">
          Pages carry the new notice when they are published next.
        </Notice>
      )}
      {!complete && !answer?.saved && (
        <Notice tone="warn" title="Not complete yet">
          A page with a form cannot be published before people can be told who holds their data, why and for
          how long.
        </Notice>
      )}
      <ActionForm state={answer}>
        <FormSection title="Who" description="Shown at every form, and at the foot of every mail.">
          <TextField
            name="controller"
            label="Who holds the data"
            hint="The person or company, by its full name."
            defaultValue={settings.controller}
            disabled={!mayManage}
          />
          <TextField
            name="contact"
            label="E-mail address for questions about data"
            type="email"
            defaultValue={settings.contact}
            disabled={!mayManage}
          />
          <TextArea
            name="postalAddress"
            label="Postal address"
            hint="Law asks for it in every mail."
            defaultValue={settings.postalAddress}
            rows={3}
            disabled={!mayManage}
          />
        </FormSection>
        <FormSection title="Why and how long">
          <TextArea
            name="purposes"
            label="Purposes"
            hint="One in each line, in words your visitors understand."
            placeholder={"Answer your request\nSend you our newsletter, if you agree"}
            defaultValue={settings.purposes.join("\n")}
            disabled={!mayManage}
          />
          <p>
            {words} <Link to="../retention">Change how long</Link>
          </p>
          <TextField
            name="retentionText"
            label="The same in your own words"
            hint="Left empty, we say it for you, as above. What is deleted when follows the periods, not these words."
            optional
            defaultValue={settings.retentionText}
            disabled={!mayManage}
          />
          <TextArea
            name="text"
            label="Anything else people should know"
            optional
            defaultValue={settings.text}
            disabled={!mayManage}
          />
        </FormSection>
        {mayManage && (
          <FormActions>
            <SubmitButton pendingLabel="Saving">Save the notice</SubmitButton>
          </FormActions>
        )}
      </ActionForm>
    </Stack>
  );
}
