import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { FormActions, FormSection } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { RadioGroup } from "~/components/ui/radio-group";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { mayDo } from "~/domain/workspaces/permission";
import { updateWorkspace } from "~/domain/workspaces/update-workspace.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Data settings · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace);
  return {
    doubleOptIn: workspace.doubleOptIn,
    trackingDefault: workspace.trackingDefault,
    minimumAge: workspace.minimumAge,
    mayManage: mayDo(member.role, "settings:manage"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  const form = await request.formData();
  return answerForm(form, async () => {
    await updateWorkspace(context.deps, member, {
      workspaceId: workspace.id,
      settings: {
        doubleOptIn: form.get("doubleOptIn") ?? "",
        trackingDefault: form.get("trackingDefault") ?? "",
        minimumAge: form.get("minimumAge") ?? "",
      },
    });
    return { saved: true };
  });
}

export default function DataSettings() {
  const { doubleOptIn, trackingDefault, minimumAge, mayManage } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { saved?: true }) | undefined;
  const choice = (value: string, label: string, hint: string) => ({
    value,
    label,
    hint,
    disabled: !mayManage,
  });
  return (
    <Stack gap={6}>
      {answer?.saved && (
        <Notice tone="good" live="polite">
          Saved.
        </Notice>
      )}
      <ActionForm state={answer}>
        <FormSection
          title="Consent to mail"
          description="How a ticked box becomes a person you may write to."
        >
          <RadioGroup
            name="doubleOptIn"
            legend="Confirmation by mail"
            framed
            defaultValue={doubleOptIn ? "yes" : "no"}
            options={[
              choice(
                "yes",
                "Ask for confirmation",
                "A letter asks whether it was really them. Safest, and the default.",
              ),
              choice(
                "no",
                "The ticked box is enough",
                "Strangers can be signed up by others. Keep other proof.",
              ),
            ]}
          />
        </FormSection>
        <FormSection title="Opens and clicks" description="For people who were never asked about tracking.">
          <RadioGroup
            name="trackingDefault"
            legend="What is counted"
            framed
            defaultValue={trackingDefault}
            options={[
              choice(
                "anonymous",
                "Only that it happened",
                "Counts without names. Who says yes is known by name.",
              ),
              choice(
                "identify",
                "Who it was",
                "Only where law allows it without asking. Who says no leaves nothing.",
              ),
            ]}
          />
        </FormSection>
        <FormSection title="Age" description="Younger people are refused, and nothing of theirs is stored.">
          <TextField
            name="minimumAge"
            label="Youngest age"
            type="number"
            min={13}
            max={99}
            defaultValue={minimumAge}
            disabled={!mayManage}
          />
        </FormSection>
        {mayManage && (
          <FormActions>
            <SubmitButton pendingLabel="Saving">Save</SubmitButton>
          </FormActions>
        )}
      </ActionForm>
    </Stack>
  );
}
