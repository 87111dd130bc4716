import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RightsFrame } from "~/components/frame/rights-frame";
import { ActionForm } from "~/components/ui/action-form";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Notice } from "~/components/ui/notice";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import { fileAbuseNotice } from "~/domain/acceptable-use/file-abuse-notice.server";
import { findSiteByAddress } from "~/domain/sites/find-site-by-address.server";
import { platformScope } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { inTheirWords, rightsPageOf } from "~/server/session/rights-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.words.abuse.title ?? "Report abuse"} · Foyer` },
  { name: "description", content: data?.words.abuse.lead ?? "" },
];

export const loader = ({ request }: LoaderFunctionArgs) => ({
  ...rightsPageOf(request),
  subject: new URL(request.url).searchParams.get("page")?.slice(0, 1000) ?? "",
});

export async function action({ request, context }: ActionFunctionArgs) {
  const { language, words } = rightsPageOf(request);
  const form = await request.formData();
  const subject = String(form.get("subject") ?? "");
  const fieldWords = {
    rule: words.abuse.ruleMissing,
    subject: words.abuse.subjectMissing,
    explanation: words.abuse.whyMissing,
    reporterEmail: words.wrongEmail,
  };
  return answerForm(form, () =>
    inTheirWords(words, fieldWords, async (): Promise<FormState & { sent?: true }> => {
      const site = await findSiteByAddress(context.deps, subject);
      await fileAbuseNotice(context.deps, context.clientIp, {
        workspaceId: site?.workspaceId ?? platformScope,
        rule: String(form.get("rule") ?? ""),
        subject,
        explanation: String(form.get("explanation") ?? ""),
        reporterName: String(form.get("reporterName") ?? ""),
        reporterEmail: String(form.get("reporterEmail") ?? ""),
        language,
      });
      return { sent: true };
    }),
  );
}

export default function ReportAbuse() {
  const { subject, language, words } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { sent?: true }) | undefined;
  const own = words.abuse;
  if (answer?.sent) {
    return (
      <RightsFrame words={words} language={language} title={own.sentTitle}>
        <Notice tone="good" live="polite" title={own.sentHead}>
          {own.sent}
        </Notice>
      </RightsFrame>
    );
  }
  const rules = Object.entries(own.rules).map(([value, label]) => ({ value, label }));
  return (
    <RightsFrame words={words} language={language} title={own.title} lead={own.lead}>
      <ActionForm state={answer}>
        <TextField
          name="subject"
          label={own.subject}
          hint={own.subjectHint}
          defaultValue={subject}
          required
        />
        <SelectField name="rule" label={own.rule} emptyOption={words.choose} options={rules} required />
        <TextArea name="explanation" label={own.why} hint={own.whyHint} maxLength={4000} required />
        <TextField name="reporterName" label={words.name} autoComplete="name" optional={words.optional} />
        <TextField
          name="reporterEmail"
          label={words.email}
          hint={own.emailHint}
          type="email"
          autoComplete="email"
          optional={words.optional}
        />
        <FormActions>
          <SubmitButton pendingLabel={words.sending}>{own.send}</SubmitButton>
        </FormActions>
      </ActionForm>
    </RightsFrame>
  );
}
