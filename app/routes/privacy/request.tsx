import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PublicFrame } from "~/components/frame/public-frame";
import { ActionForm } from "~/components/ui/action-form";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Notice } from "~/components/ui/notice";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import { DomainError } from "~/domain/domain-error";
import { filePrivacyRequest } from "~/domain/privacy/file-privacy-request.server";
import { requestKinds } from "~/domain/privacy/privacy-request";
import { findSiteByAddress } from "~/domain/sites/find-site-by-address.server";
import { platformScope } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";

export const meta: MetaFunction = () => [
  { title: "Your data · Foyer" },
  { name: "description", content: "Ask what is kept about you, have it corrected, or have it erased." },
];

export const loader = ({ request }: LoaderFunctionArgs) => ({
  site: new URL(request.url).searchParams.get("site")?.slice(0, 300) ?? "",
});

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = String(form.get("site") ?? "").trim();
  return answerForm(form, async (): Promise<FormState & { sent?: true }> => {
    const site = typed ? await findSiteByAddress(context.deps, typed) : undefined;
    if (typed && !site) {
      throw new DomainError("invalid", "site_unknown", "Nothing was sent.", {
        fields: {
          site: "No page here has this address. Copy it from the page, or leave this empty to ask the operator.",
        },
      });
    }
    await filePrivacyRequest(context.deps, context.clientIp, {
      workspaceId: site?.workspaceId ?? platformScope,
      kind: form.get("kind"),
      email: form.get("email"),
      name: form.get("name") ?? "",
      message: form.get("message") ?? "",
    });
    return { sent: true };
  });
}

const kinds = Object.entries(requestKinds).map(([value, label]) => ({ value, label }));

export default function PrivacyRequest() {
  const { site } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { sent?: true }) | undefined;
  if (answer?.sent) {
    return (
      <PublicFrame title="Look into your mailbox">
        <Notice tone="good" live="polite" title="One step is left">
          We have written to the address you gave. Follow the link in that message: only then is your request
          passed on, so that nobody can ask in your name.
        </Notice>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title="Your data"
      lead="Ask what is kept about you, have it corrected or erased, or stop its use. It costs nothing and needs no account. The request goes to whoever runs the page; they have one month to answer."
    >
      <ActionForm state={answer}>
        <TextField
          name="site"
          label="Address of the page where you left your data"
          hint="Leave it empty if it is about an account at Foyer itself."
          optional
          defaultValue={site}
        />
        <SelectField
          name="kind"
          label="What do you ask for"
          emptyOption="Choose one"
          options={kinds}
          required
        />
        <TextField
          name="email"
          label="Your e-mail address"
          hint="The one you gave there. We write to it to make sure that it is you."
          type="email"
          autoComplete="email"
          required
        />
        <TextField name="name" label="Your name" autoComplete="name" optional />
        <TextArea
          name="message"
          label="Anything they should know"
          hint="Such as what is wrong and what would be right."
          maxLength={2000}
          optional
        />
        <FormActions>
          <SubmitButton pendingLabel="Sending">Send the request</SubmitButton>
        </FormActions>
      </ActionForm>
    </PublicFrame>
  );
}
