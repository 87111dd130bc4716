import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { FormActions, FormSection } from "~/components/ui/form-section";
import { LinkButton } from "~/components/ui/link-button";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { createSite } from "~/domain/sites/create-site.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { languageChoices } from "../settings/choices";
import { sitePath } from "./site-request.server";

export const meta: MetaFunction = () => [{ title: "New site · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  return {
    base: `/w/${workspace.slug}/settings/sites`,
    suffix: `.${context.deps.config.origins.pagesDomain}`,
    language: workspace.locale,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  return answerForm(form, async () => {
    const site = await createSite(context.deps, member, {
      workspaceId: workspace.id,
      name: text("name"),
      slug: text("slug"),
      language: text("language") || "en",
    });
    return redirect(sitePath(workspace.slug, site.id));
  });
}

export default function NewSite() {
  const { base, suffix, language } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <ActionForm id="site" state={state}>
      <FormSection title="New site" description="A home for pages, with an address of its own.">
        <TextField
          name="name"
          label="Name"
          hint="Visitors see it where pages are shared."
          maxLength={120}
          required
        />
        <TextField
          name="slug"
          label="Address"
          hint="Domains of your own are added afterwards."
          suffix={suffix}
          autoCapitalize="off"
          spellCheck={false}
          maxLength={40}
          required
        />
        <SelectField
          name="language"
          label="Language"
          hint="New pages begin in it, and the site speaks it where there is no page."
          options={languageChoices}
          defaultValue={language}
        />
      </FormSection>
      <FormActions>
        <SubmitButton pendingLabel="Making">Make the site</SubmitButton>
        <LinkButton to={base}>Cancel</LinkButton>
      </FormActions>
    </ActionForm>
  );
}
