import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import type { FormState } from "~/components/ui/form-state";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { createSite } from "~/domain/sites/create-site.server";
import { createWorkspace } from "~/domain/workspaces/create-workspace.server";
import { suggestSlug } from "~/lib/slug";
import { answerForm } from "~/server/session/answer-form.server";
import { requireAccount } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "New workspace · Foyer" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAccount(request, context);
  return { pagesDomain: context.deps.config.origins.pagesDomain };
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "").slice(0, 500);

/** A workspace begins with a site of the same name. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const account = await requireAccount(request, context);
  const form = await request.formData();
  const name = text(form, "name");
  const slug = text(form, "slug") || suggestSlug(name);
  const actor = { kind: "account", accountId: account.id } as const;
  return answerForm(form, async () => {
    const workspace = await deps.transact(async (tx) => {
      const made = await createWorkspace(deps, actor, { slug, name, ownerAccountId: account.id }, tx);
      await createSite(
        deps,
        actor,
        { workspaceId: made.id, slug: made.slug, name: made.name, language: "en" },
        tx,
      );
      return made;
    });
    return redirect(`/w/${workspace.slug}`);
  });
}

export default function NewWorkspace() {
  const { pagesDomain } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  const [suggested, setSuggested] = useState("");
  return (
    <AuthFrame title="New workspace" lead="A room for one business: its pages, its leads, its people.">
      <ActionForm state={state}>
        <TextField
          name="name"
          label="Name"
          maxLength={120}
          required
          onChange={(event) => setSuggested(suggestSlug(event.currentTarget.value))}
        />
        <TextField
          name="slug"
          label="Address of its pages"
          hint="Lower-case letters, digits and hyphens. It cannot be changed later."
          suffix={`.${pagesDomain}`}
          placeholder={suggested || "spring-fair"}
          maxLength={40}
          autoCapitalize="off"
          spellCheck={false}
        />
        <SubmitButton pendingLabel="Making it">Make the workspace</SubmitButton>
      </ActionForm>
    </AuthFrame>
  );
}
