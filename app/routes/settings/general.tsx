import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { DetailsList } from "~/components/ui/details-list";
import { FormActions, FormSection } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { TimeText } from "~/components/ui/time-text";
import { mayDo } from "~/domain/workspaces/permission";
import { updateWorkspace } from "~/domain/workspaces/update-workspace.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { languageChoices, timeZoneChoices } from "./choices";

export const meta: MetaFunction = () => [{ title: "General settings · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace);
  return {
    name: workspace.name,
    slug: workspace.slug,
    timeZone: workspace.timeZone,
    locale: workspace.locale,
    reportFigures: workspace.reportFigures,
    createdAt: workspace.createdAt,
    zones: timeZoneChoices(workspace.timeZone),
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
        name: form.get("name") ?? "",
        timeZone: form.get("timeZone") ?? "",
        locale: form.get("locale") ?? "",
        reportFigures: form.get("reportFigures") ?? "exact",
      },
    });
    return { saved: true };
  });
}

export default function GeneralSettings() {
  const { name, slug, timeZone, locale, reportFigures, createdAt, zones, mayManage } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { saved?: true }) | undefined;
  return (
    <Stack gap={6}>
      {answer?.saved && (
        <Notice tone="good" live="polite">
          Saved.
        </Notice>
      )}
      <ActionForm state={answer}>
        <FormSection title="The workspace" description="How it is called, and how it counts days.">
          <TextField
            name="name"
            label="Name"
            defaultValue={name}
            maxLength={120}
            required
            disabled={!mayManage}
          />
          <SelectField
            name="timeZone"
            label="Time zone"
            hint="Reports and schedules follow it."
            options={zones}
            defaultValue={timeZone}
            disabled={!mayManage}
          />
          <SelectField
            name="locale"
            label="Language"
            hint="New pages and campaigns begin in it."
            options={languageChoices}
            defaultValue={locale}
            disabled={!mayManage}
          />
          <SelectField
            name="reportFigures"
            label="Figures of reports"
            hint="Rounded, no figure tells of a single person: counts in tens, lengths of visits in tens of seconds, groups below ten visitors under “All others”. Experiments are still judged by the exact counts."
            options={[
              { value: "exact", label: "Exact" },
              { value: "rounded", label: "Rounded to tens" },
            ]}
            defaultValue={reportFigures}
            disabled={!mayManage}
          />
        </FormSection>
        {mayManage && (
          <FormActions>
            <SubmitButton pendingLabel="Saving">Save</SubmitButton>
          </FormActions>
        )}
      </ActionForm>
      <DetailsList
        items={[
          { name: "Address", value: slug },
          { name: "Since", value: <TimeText at={createdAt} zone={timeZone} show="date" /> },
        ]}
      />
    </Stack>
  );
}
