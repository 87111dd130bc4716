import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { FormActions, FormSection } from "~/components/ui/form-section";
import { LinkButton } from "~/components/ui/link-button";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import { createSender } from "~/domain/senders/create-sender.server";
import { findSender } from "~/domain/senders/find-sender.server";
import { updateSender } from "~/domain/senders/update-sender.server";
import { storedId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Sender · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  const base = `/w/${workspace.slug}/settings/senders`;
  if (params.sender === undefined) {
    const { controller, postalAddress } = workspace.privacySettings;
    return {
      base,
      isNew: true,
      sender: { fromName: controller || workspace.name, fromEmail: "", replyTo: "", postalAddress },
    };
  }
  const senderId = storedId("sender", params.sender) ?? "";
  const sender = await findSender(context.deps.db, workspace.id, senderId);
  if (!sender) throw data({ message: "There is no such sender." }, { status: 404 });
  const { fromName, fromEmail, replyTo, postalAddress } = sender;
  return { base, isNew: false, sender: { fromName, fromEmail, replyTo, postalAddress } };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { member, workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const input = {
    workspaceId: workspace.id,
    fromName: text("fromName"),
    fromEmail: text("fromEmail"),
    replyTo: text("replyTo"),
    postalAddress: text("postalAddress"),
  };
  return answerForm(form, async () => {
    if (params.sender === undefined) await createSender(deps, member, input);
    else {
      const senderId = storedId("sender", params.sender) ?? "";
      await updateSender(deps, member, { ...input, senderId });
    }
    return redirect(`/w/${workspace.slug}/settings/senders`);
  });
}

export default function SenderForm() {
  const { base, sender, isNew } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <ActionForm id="sender" state={state}>
      <FormSection title="From" description="What people see in their mailbox.">
        <TextField name="fromName" label="Name" defaultValue={sender.fromName} maxLength={120} required />
        <TextField
          name="fromEmail"
          label="E-mail address"
          hint="At your own domain. Addresses at free mail providers are refused by mailboxes."
          type="email"
          defaultValue={sender.fromEmail}
          required
        />
        <TextField
          name="replyTo"
          label="Answers go to"
          hint="Leave it empty for the address above."
          type="email"
          defaultValue={sender.replyTo}
          optional
        />
      </FormSection>
      <FormSection title="Postal address" description="Stands in every message: law asks for it.">
        <TextArea
          name="postalAddress"
          label="Postal address"
          defaultValue={sender.postalAddress}
          rows={4}
          required
        />
      </FormSection>
      <FormActions>
        <SubmitButton pendingLabel="Saving">{isNew ? "Make the sender" : "Save"}</SubmitButton>
        <LinkButton to={base}>Cancel</LinkButton>
      </FormActions>
    </ActionForm>
  );
}
