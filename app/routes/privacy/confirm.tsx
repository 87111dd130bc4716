import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicFrame } from "~/components/frame/public-frame";
import { ActionForm } from "~/components/ui/action-form";
import { DetailsList } from "~/components/ui/details-list";
import { FormActions } from "~/components/ui/form-section";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TimeText } from "~/components/ui/time-text";
import { confirmPrivacyRequest, findFiledRequest } from "~/domain/privacy/confirm-privacy-request.server";
import { requestKinds } from "~/domain/privacy/privacy-request";
import { findWorkspaceById } from "~/domain/workspaces/find-workspace.server";
import { platformScope } from "~/lib/ids";
import { answerForm, refuse } from "~/server/session/answer-form.server";
import { visitorOf } from "~/server/session/visitor.server";

export const meta: MetaFunction = () => [
  { title: "Your request · Foyer" },
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export const headers = () => ({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" });

export async function loader({ params, context }: LoaderFunctionArgs) {
  try {
    const request = await findFiledRequest(context.deps, params.token ?? "");
    const { workspaceId } = request;
    const workspace =
      workspaceId === platformScope ? undefined : await findWorkspaceById(context.deps, workspaceId);
    return {
      asked: requestKinds[request.kind],
      email: request.email,
      message: request.message,
      state: request.state,
      dueAt: request.dueAt,
      answer: request.answer,
      controller: workspace
        ? workspace.privacySettings.controller || workspace.name
        : "the operator of this service",
    };
  } catch (error) {
    throw refuse(error);
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  return answerForm(form, async () => {
    await confirmPrivacyRequest(context.deps, visitorOf(context), params.token ?? "");
    return {};
  });
}

export default function ConfirmRequest() {
  const { asked, email, message, state, dueAt, answer, controller } = useLoaderData<typeof loader>();
  const closed = state === "done" || state === "refused";
  return (
    <PublicFrame title="Your request">
      <Stack gap={4}>
        {state === "open" && (
          <Notice tone="good" live="polite" title="Passed on">
            {controller} has it now and must answer
            {dueAt === undefined ? " within a month" : " by "}
            {dueAt !== undefined && <TimeText at={dueAt} show="date" />}. The answer comes by mail.
          </Notice>
        )}
        {closed && (
          <Notice tone={state === "done" ? "good" : "warn"} title="Answered">
            {answer}
          </Notice>
        )}
        <DetailsList
          items={[
            { name: "You ask", value: asked },
            { name: "Goes to", value: controller },
            { name: "Your address", value: email },
            ...(message ? [{ name: "You wrote", value: message }] : []),
          ]}
        />
        {state === "unconfirmed" && (
          <ActionForm>
            <FormActions>
              <SubmitButton pendingLabel="Passing on">Confirm and pass it on</SubmitButton>
            </FormActions>
          </ActionForm>
        )}
      </Stack>
    </PublicFrame>
  );
}
