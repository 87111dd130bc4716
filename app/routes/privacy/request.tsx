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
import { DomainError } from "~/domain/domain-error";
import { formWords, withNumber } from "~/domain/forms/form-words";
import { filePrivacyRequest } from "~/domain/privacy/file-privacy-request.server";
import { longestMessage } from "~/domain/privacy/privacy-request";
import { findSiteByAddress } from "~/domain/sites/find-site-by-address.server";
import { platformScope } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { inTheirWords, rightsPageOf } from "~/server/session/rights-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.words.data.title ?? "Your data"} · Foyer` },
  { name: "description", content: data?.words.data.lead ?? "" },
];

export const loader = ({ request }: LoaderFunctionArgs) => ({
  ...rightsPageOf(request),
  site: new URL(request.url).searchParams.get("site")?.slice(0, 300) ?? "",
});

export async function action({ request, context }: ActionFunctionArgs) {
  const { language, words } = rightsPageOf(request);
  const form = await request.formData();
  const typed = String(form.get("site") ?? "").trim();
  return answerForm(form, () =>
    inTheirWords(
      words,
      {
        kind: words.data.kindMissing,
        email: words.wrongEmail,
        site: words.data.siteUnknown,
        message: withNumber(formWords[language].tooLong, longestMessage),
      },
      async (): Promise<FormState & { sent?: true }> => {
        const site = typed ? await findSiteByAddress(context.deps, typed) : undefined;
        if (typed && !site) {
          throw new DomainError("invalid", "site_unknown", words.missing, {
            fields: { site: words.data.siteUnknown },
          });
        }
        await filePrivacyRequest(context.deps, context.clientIp, {
          workspaceId: site?.workspaceId ?? platformScope,
          kind: form.get("kind"),
          email: form.get("email"),
          name: form.get("name") ?? "",
          message: form.get("message") ?? "",
          language,
        });
        return { sent: true };
      },
    ),
  );
}

export default function PrivacyRequest() {
  const { site, language, words } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { sent?: true }) | undefined;
  const own = words.data;
  if (answer?.sent) {
    return (
      <RightsFrame words={words} language={language} title={own.sentTitle}>
        <Notice tone="good" live="polite" title={own.sentHead}>
          {own.sent}
        </Notice>
      </RightsFrame>
    );
  }
  const kinds = Object.entries(own.kinds).map(([value, label]) => ({ value, label }));
  return (
    <RightsFrame words={words} language={language} title={own.title} lead={own.lead}>
      <ActionForm state={answer}>
        <TextField
          name="site"
          label={own.site}
          hint={own.siteHint}
          optional={words.optional}
          defaultValue={site}
        />
        <SelectField name="kind" label={own.kind} emptyOption={words.choose} options={kinds} required />
        <TextField
          name="email"
          label={words.email}
          hint={own.emailHint}
          type="email"
          autoComplete="email"
          required
        />
        <TextField name="name" label={words.name} autoComplete="name" optional={words.optional} />
        <TextArea
          name="message"
          label={own.message}
          hint={own.messageHint}
          maxLength={longestMessage}
          optional={words.optional}
        />
        <FormActions>
          <SubmitButton pendingLabel={words.sending}>{own.send}</SubmitButton>
        </FormActions>
      </ActionForm>
    </RightsFrame>
  );
}
