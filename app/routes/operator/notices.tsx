import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NoticeCards } from "~/components/operator/notice-cards";
import { RequestCards } from "~/components/privacy/request-cards";
import { RequestTabs } from "~/components/privacy/request-tabs";
import { EmptyState } from "~/components/ui/empty-state";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { noticeRules } from "~/domain/acceptable-use/abuse-notice";
import { closeAbuseNotice } from "~/domain/acceptable-use/close-abuse-notice.server";
import { listAbuseNotices } from "~/domain/acceptable-use/list-abuse-notices.server";
import { answerPrivacyRequest } from "~/domain/privacy/answer-privacy-request.server";
import {
  findOpenRequests,
  listAnsweredRequests,
  listOpenRequests,
} from "~/domain/privacy/list-privacy-requests.server";
import { platformScope } from "~/lib/ids";
import { shownRequests } from "~/routes/privacy/shown-requests";
import { answerForm } from "~/server/session/answer-form.server";
import { requireOperator } from "~/server/session/require-member.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  const { deps } = context;
  const answered = new URL(request.url).pathname.endsWith("/answered");
  const list = answered ? listAnsweredRequests : listOpenRequests;
  const [{ rows }, { open }, waiting] = await Promise.all([
    list(deps, platformScope, { limit: 100 }),
    findOpenRequests(deps, platformScope),
    listAbuseNotices(deps, "open"),
  ]);
  const notices = answered ? await listAbuseNotices(deps, "closed") : waiting;
  return {
    answered,
    open: open + waiting.length,
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

function NothingHere({ answered }: { answered: boolean }) {
  return answered ? (
    <EmptyState title="Nothing is answered yet" plain>
      Reports you decided and requests you answered stand here, with your words.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing waits for you" plain>
      Reports of abuse, and what people ask about accounts of this instance, arrive here.
    </EmptyState>
  );
}

export default function Notices() {
  const { requests, notices, answered, open } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: true }) | undefined;
  const state = answer?.done ? undefined : answer;
  return (
    <Stack gap={6}>
      <RequestTabs base="/operator/notices" open={open} />
      {answer?.done && (
        <Notice tone="good" live="polite">
          Stored. Whoever gave an address gets your words by mail.
        </Notice>
      )}
      {notices.length + requests.length === 0 && <NothingHere answered={answered} />}
      {requests.length > 0 && <RequestCards requests={requests} mayAnswer state={state} />}
      {notices.length > 0 && <NoticeCards notices={notices} state={state} />}
    </Stack>
  );
}
