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
import { noticeRules } from "~/domain/acceptable-use/abuse-notice";
import { fileAbuseNotice } from "~/domain/acceptable-use/file-abuse-notice.server";
import { findSiteByAddress } from "~/domain/sites/find-site-by-address.server";
import { platformScope } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";

export const meta: MetaFunction = () => [
  { title: "Report abuse · Foyer" },
  { name: "description", content: "Report a page or a message that breaks the law or our rules." },
];

export const loader = ({ request }: LoaderFunctionArgs) => ({
  subject: new URL(request.url).searchParams.get("page")?.slice(0, 1000) ?? "",
});

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const subject = String(form.get("subject") ?? "");
  return answerForm(form, async (): Promise<FormState & { sent?: true }> => {
    const site = await findSiteByAddress(context.deps, subject);
    await fileAbuseNotice(context.deps, context.clientIp, {
      workspaceId: site?.workspaceId ?? platformScope,
      rule: String(form.get("rule") ?? ""),
      subject,
      explanation: String(form.get("explanation") ?? ""),
      reporterName: String(form.get("reporterName") ?? ""),
      reporterEmail: String(form.get("reporterEmail") ?? ""),
    });
    return { sent: true };
  });
}

const rules = Object.entries(noticeRules).map(([value, label]) => ({ value, label }));

export default function ReportAbuse() {
  const { subject } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { sent?: true }) | undefined;
  if (answer?.sent) {
    return (
      <PublicFrame title="Thank you">
        <Notice tone="good" live="polite" title="Your report arrived">
          The operator of this service decides about it. If you gave an address, you get the decision by mail.
        </Notice>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title="Report abuse"
      lead="Tell the operator about a page or a message that breaks the law or our acceptable use policy. You need no account."
    >
      <ActionForm state={answer}>
        <TextField
          name="subject"
          label="Which page or message"
          hint="The address of the page, or the sender and subject of the message."
          defaultValue={subject}
          required
        />
        <SelectField name="rule" label="What is wrong" emptyOption="Choose one" options={rules} required />
        <TextArea
          name="explanation"
          label="Why"
          hint="What you saw, and why you believe in good faith that it is wrong."
          maxLength={4000}
          required
        />
        <TextField name="reporterName" label="Your name" autoComplete="name" optional />
        <TextField
          name="reporterEmail"
          label="Your e-mail address"
          hint="For the decision. The reported customer does not see it."
          type="email"
          autoComplete="email"
          optional
        />
        <FormActions>
          <SubmitButton pendingLabel="Sending">Send the report</SubmitButton>
        </FormActions>
      </ActionForm>
    </PublicFrame>
  );
}
