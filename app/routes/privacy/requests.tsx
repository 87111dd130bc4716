import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LeadTabs } from "~/components/leads/lead-tabs";
import { RequestCards } from "~/components/privacy/request-cards";
import { EmptyState } from "~/components/ui/empty-state";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { countLeads } from "~/domain/leads/get-lead.server";
import { answerPrivacyRequest } from "~/domain/privacy/answer-privacy-request.server";
import { listPrivacyRequests } from "~/domain/privacy/list-privacy-requests.server";
import { mayDo } from "~/domain/workspaces/permission";
import { isId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { shownRequests } from "./shown-requests";

export const meta: MetaFunction = () => [{ title: "Requests · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "lead:read");
  const given = new URL(request.url).searchParams.get("cursor") ?? "";
  const { deps } = context;
  const [{ rows, nextCursor }, { held }] = await Promise.all([
    listPrivacyRequests(deps, workspace.id, { cursor: isId(given) ? given : undefined, limit: 20 }),
    countLeads(deps, workspace.id),
  ]);
  return {
    base: `/w/${workspace.slug}/leads`,
    held,
    zone: workspace.timeZone,
    nextCursor,
    mayAnswer: mayDo(member.role, "lead:edit"),
    manages: mayDo(member.role, "workspace:manage"),
    requests: shownRequests(rows, deps.clock.now()),
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

export default function Requests() {
  const { base, manages, held, zone, mayAnswer, requests, nextCursor } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: true }) | undefined;
  return (
    <Stack gap={4}>
      <PageHeader title="Leads" />
      <LeadTabs base={base} held={held} manages={manages} />
      {answer?.done && (
        <Notice tone="good" live="polite">
          The answer is on its way.
        </Notice>
      )}
      {requests.length === 0 ? (
        <EmptyState title="Nobody has asked about their data" plain>
          Requests that people make at /privacy-request arrive here once they have confirmed their address.
          You then have one month to answer.
        </EmptyState>
      ) : (
        <>
          <p className="soft">
            Find the person under All leads to export, correct or erase what is kept; then answer here.
            Whoever objects to marketing is unsubscribed from everything at once.
          </p>
          <RequestCards
            requests={requests}
            zone={zone}
            mayAnswer={mayAnswer}
            state={answer?.done ? undefined : answer}
          />
        </>
      )}
      <Pagination label="Requests" nextCursor={nextCursor} />
    </Stack>
  );
}
