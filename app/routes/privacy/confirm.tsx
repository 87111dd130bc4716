import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RightsFrame } from "~/components/frame/rights-frame";
import { ActionForm } from "~/components/ui/action-form";
import { DetailsList } from "~/components/ui/details-list";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TimeText } from "~/components/ui/time-text";
import { WrittenText } from "~/components/ui/written-text";
import { confirmPrivacyRequest, findFiledRequest } from "~/domain/privacy/confirm-privacy-request.server";
import { stopsMarketing } from "~/domain/privacy/privacy-request";
import { findWorkspaceById } from "~/domain/workspaces/find-workspace.server";
import { put, wordsOfRights } from "~/emails/rights-words/all-words";
import { platformScope } from "~/lib/ids";
import { expectedError, statusOfKind } from "~/server/http-errors.server";
import { answerForm, refuse } from "~/server/session/answer-form.server";
import { askedLanguage, inTheirWords, rightsPageOf } from "~/server/session/rights-page.server";
import { visitorOf } from "~/server/session/visitor.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.words.request[data.found ? "title" : "overTitle"] ?? "Your request"} · Foyer` },
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export const headers = () => ({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" });

export async function loader({ request: asked, params, context }: LoaderFunctionArgs) {
  try {
    const request = await findFiledRequest(context.deps, params.token ?? "");
    const { workspaceId } = request;
    const workspace =
      workspaceId === platformScope ? undefined : await findWorkspaceById(context.deps, workspaceId);
    const { language, words } = askedLanguage(asked) ? rightsPageOf(asked) : wordsOfRights(request.locale);
    return data({
      language,
      words,
      found: {
        asked: words.data.kinds[request.kind],
        alreadyHolds: stopsMarketing(request)
          ? words.request[request.state === "unconfirmed" ? "willStop" : "hasStopped"]
          : "",
        email: request.email,
        message: request.message,
        state: request.state,
        dueAt: request.dueAt,
        answer: request.answer,
        controller: workspace ? workspace.privacySettings.controller || workspace.name : words.operator,
      },
    });
  } catch (error) {
    const expected = expectedError(error);
    if (expected?.kind !== "not_found" && expected?.kind !== "gone") throw refuse(error);
    // Nobody knows whose link it was meant to be: the browser says the language.
    return data({ ...rightsPageOf(asked), found: undefined }, { status: statusOfKind[expected.kind] });
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { words } = rightsPageOf(request);
  return answerForm(form, () =>
    inTheirWords(words, {}, async () => {
      await confirmPrivacyRequest(context.deps, visitorOf(context), params.token ?? "");
      return {};
    }),
  );
}

export default function ConfirmRequest() {
  const { language, words, found } = useLoaderData<typeof loader>();
  const answered = useActionData() as FormState | undefined;
  const own = words.request;
  if (!found) {
    return (
      <RightsFrame words={words} language={language} title={own.overTitle} lead={own.over}>
        <FormActions>
          <LinkButton to={`/privacy-request?lang=${language}`} tone="primary">
            {own.again}
          </LinkButton>
        </FormActions>
      </RightsFrame>
    );
  }
  const { asked, alreadyHolds, email, message, state, dueAt, answer, controller } = found;
  const [before = "", after = ""] = put(own.passedBy, { controller }).split("{date}");
  const closed = state === "done" || state === "refused";
  return (
    <RightsFrame words={words} language={language} title={own.title}>
      <Stack gap={4}>
        {state === "open" && (
          <Notice tone="good" live="polite" title={own.passedOn}>
            {before}
            {dueAt !== undefined && (
              <TimeText at={dueAt} show="date" locale={language === "en" ? "en-GB" : language} />
            )}
            {after}
          </Notice>
        )}
        {alreadyHolds && <p>{alreadyHolds}</p>}
        {closed && (
          <Notice tone={state === "done" ? "good" : "warn"} title={own.answered}>
            <WrittenText text={answer} />
          </Notice>
        )}
        <DetailsList
          items={[
            { name: own.asked, value: asked },
            { name: own.goesTo, value: controller },
            { name: own.address, value: email },
            ...(message ? [{ name: own.wrote, value: <WrittenText text={message} /> }] : []),
          ]}
        />
        {state === "unconfirmed" && (
          <ActionForm state={answered}>
            <FormActions>
              <SubmitButton pendingLabel={words.sending}>{own.confirm}</SubmitButton>
            </FormActions>
          </ActionForm>
        )}
      </Stack>
    </RightsFrame>
  );
}
