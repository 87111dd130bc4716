import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LeadTabs } from "~/components/leads/lead-tabs";
import { RequestCards } from "~/components/privacy/request-cards";
import { RequestTabs } from "~/components/privacy/request-tabs";
import { EmptyState } from "~/components/ui/empty-state";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { countLeads } from "~/domain/leads/get-lead.server";
import { answerPrivacyRequest } from "~/domain/privacy/answer-privacy-request.server";
import {
  findOpenRequests,
  listAnsweredRequests,
  listOpenRequests,
} from "~/domain/privacy/list-privacy-requests.server";
import { mayDo } from "~/domain/workspaces/permission";
import { isId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { shownRequests } from "./shown-requests";

export const meta: MetaFunction = () => [{ title: "Requests · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "lead:read");
  const { pathname, searchParams } = new URL(request.url);
  const given = searchParams.get("cursor") ?? "";
  const answered = pathname.endsWith("/answered");
  const { deps } = context;
  const page = { cursor: isId(given) ? given : undefined, limit: 20 };
  const [{ rows, nextCursor }, { open }, { held }] = await Promise.all([
    (answered ? listAnsweredRequests : listOpenRequests)(deps, workspace.id, page),
    findOpenRequests(deps, workspace.id),
    countLeads(deps, workspace.id),
  ]);
  const zone = workspace.timeZone;
  return {
    base: `/w/${workspace.slug}/leads`,
    ...{ answered, open, held, zone, nextCursor },
    mayAnswer: mayDo(member.role, "lead:edit"),
    manages: mayDo(member.role, "workspace:manage"),
    requests: shownRequests(rows, deps.clock.now(), zone),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "lead:edit");
  const form = await request.formData();
  return answerForm(form, async (): Promise<FormState & { done?: true }> => {
    await answerPrivacyRequest(context.deps, member, {
      workspaceId: workspace.id,
      requestId: String(form.get("request") ?? ""),
      outcome: form.get("outcome"),
      answer: form.get("answer"),
    });
    return { done: true };
  });
}

function NoRequests({ answered }: { answered: boolean }) {
  return answered ? (
    <EmptyState title="Nothing is answered yet" plain>
      What you answered stands here, with your words, for two years.
    </EmptyState>
  ) : (
    <EmptyState title="Nobody waits for an answer" plain>
      Requests that people make at /privacy-request arrive here once they have confirmed their address. You
      then have 30 days to answer.
    </EmptyState>
  );
}

export default function Requests() {
  const { base, manages, held, zone, mayAnswer, requests, nextCursor, answered, open } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: true }) | undefined;
  return (
    <Stack gap={4}>
      <PageHeader title="Leads" />
      <LeadTabs base={base} held={held} manages={manages} />
      <RequestTabs base={`${base}/requests`} open={open} />
      {answer?.done && (
        <Notice tone="good" live="polite">
          The answer is on its way.
        </Notice>
      )}
      {requests.length === 0 && <NoRequests answered={answered} />}
      {requests.length > 0 && !answered && (
        <p className="soft">
          The nearest deadline first. Look for the person to export, correct or erase what is kept; then
          answer here. Whoever objects to marketing is unsubscribed from everything at once.
        </p>
      )}
      {requests.length > 0 && (
        <RequestCards
          requests={requests}
          zone={zone}
          mayAnswer={mayAnswer}
          leadsAt={base}
          state={answer?.done ? undefined : answer}
        />
      )}
      <Pagination label="Requests" nextCursor={nextCursor} />
    </Stack>
  );
}
