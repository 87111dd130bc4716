import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { RequestCards } from "~/components/privacy/request-cards";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import { EmptyState } from "~/components/ui/empty-state";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TimeText } from "~/components/ui/time-text";
import { noticeRules } from "~/domain/acceptable-use/abuse-notice";
import { closeAbuseNotice } from "~/domain/acceptable-use/close-abuse-notice.server";
import { listAbuseNotices } from "~/domain/acceptable-use/list-abuse-notices.server";
import { answerPrivacyRequest } from "~/domain/privacy/answer-privacy-request.server";
import { listPrivacyRequests } from "~/domain/privacy/list-privacy-requests.server";
import { platformScope } from "~/lib/ids";
import { shownRequests } from "~/routes/privacy/shown-requests";
import { answerForm } from "~/server/session/answer-form.server";
import { requireOperator } from "~/server/session/require-member.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  const { deps } = context;
  const { rows } = await listPrivacyRequests(deps, platformScope, { limit: 100 });
  const notices = await listAbuseNotices(deps);
  return {
    requests: shownRequests(rows, deps.clock.now()),
    notices: notices.map((notice) => ({
      ...notice,
      ofWorkspace: notice.workspaceId !== platformScope,
      wrong: noticeRules[notice.rule] ?? notice.rule,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const account = await requireOperator(request, context);
  const form = await request.formData();
  const staff = { kind: "staff", accountId: account.id } as const;
  return answerForm(form, async (): Promise<FormState & { done?: true }> => {
    const requestId = String(form.get("request") ?? "");
    if (requestId) {
      await answerPrivacyRequest(context.deps, staff, {
        workspaceId: platformScope,
        requestId,
        outcome: form.get("outcome"),
        answer: form.get("answer"),
      });
    } else {
      await closeAbuseNotice(context.deps, staff, {
        workspaceId: String(form.get("workspace") ?? ""),
        noticeId: String(form.get("notice") ?? ""),
        decision: form.get("decision"),
      });
    }
    return { done: true };
  });
}

export default function Notices() {
  const { requests, notices } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: true }) | undefined;
  const state = answer?.done ? undefined : answer;
  return (
    <Stack gap={6}>
      {answer?.done && (
        <Notice tone="good" live="polite">
          Stored. Whoever gave an address gets your words by mail.
        </Notice>
      )}
      {notices.length + requests.length === 0 && (
        <EmptyState title="Nothing was reported" plain>
          Reports of abuse, and what people ask about accounts of this instance, arrive here.
        </EmptyState>
      )}
      {notices.map((notice) => (
        <Card key={notice.id} title={notice.wrong}>
          <DetailsList
            items={[
              { name: "About", value: notice.subject },
              {
                name: "Workspace",
                value: notice.ofWorkspace ? (
                  <Link to={`/operator/workspaces/${notice.workspaceId}`}>See and decide</Link>
                ) : (
                  "None recognised"
                ),
              },
              { name: "Why", value: notice.explanation },
              {
                name: "Reported by",
                value:
                  [notice.reporterName, notice.reporterEmail].filter(Boolean).join(", ") || "Without a name",
              },
              { name: "When", value: <TimeText at={notice.createdAt} /> },
              ...(notice.decision ? [{ name: "Decided", value: notice.decision }] : []),
            ]}
          />
          {notice.state === "open" && (
            <ActionForm
              id={`close-${notice.id}`}
              state={String(state?.values?.notice ?? "") === notice.id ? state : undefined}
            >
              <input type="hidden" name="notice" value={notice.id} />
              <input type="hidden" name="workspace" value={notice.workspaceId} />
              <TextArea
                name="decision"
                label="Decision"
                hint="What was decided and why; sent to whoever reported it."
                maxLength={2000}
                required
              />
              <FormActions>
                <SubmitButton pendingLabel="Closing">Close the report</SubmitButton>
              </FormActions>
            </ActionForm>
          )}
        </Card>
      ))}
      {requests.length > 0 && <RequestCards requests={requests} mayAnswer state={state} />}
    </Stack>
  );
}
