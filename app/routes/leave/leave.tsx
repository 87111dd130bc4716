import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { ExportList } from "~/components/leaving/export-list";
import { LeaveForm, LeavingCard } from "~/components/leaving/leave-form";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import type { FormState } from "~/components/ui/form-state";
import { Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TimeText } from "~/components/ui/time-text";
import { findEndingPlan } from "~/domain/billing/find-ending-plan.server";
import { cancelTermination } from "~/domain/termination/cancel-termination.server";
import { listExports } from "~/domain/termination/find-export.server";
import { findLeaving } from "~/domain/termination/find-leaving.server";
import type { GracePeriod } from "~/domain/termination/grace-period";
import { requestExport } from "~/domain/termination/request-export.server";
import { terminateWorkspace } from "~/domain/termination/terminate-workspace.server";
import { mayDo } from "~/domain/workspaces/permission";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Export and leave · Foyer" }];

type Intent = "export" | "leave" | "stay";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "workspace:export");
  const { termination, holds } = await findLeaving(context.deps, workspace.id);
  const exports = await listExports(context.deps, workspace.id);
  return {
    name: workspace.name,
    timeZone: workspace.timeZone,
    deleteAfter: termination?.deleteAfter,
    holds,
    plan: await findEndingPlan(context.deps, workspace.id),
    billing: mayDo(member.role, "billing:manage") ? `/w/${workspace.slug}/settings/billing` : undefined,
    mayImport: mayDo(member.role, "workspace:manage"),
    mayLeave: mayDo(member.role, "workspace:terminate"),
    exports: exports.map((each) => ({ ...each, to: `/w/${workspace.slug}/exports/${each.id}` })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace);
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "") as Intent;
  return answerForm(form, async (): Promise<FormState & { done?: Intent }> => {
    const workspaceId = workspace.id;
    if (intent === "export") await requestExport(context.deps, member, { workspaceId });
    else if (intent === "stay") await cancelTermination(context.deps, member, { workspaceId });
    else if (intent === "leave") {
      const period: GracePeriod = form.get("period") === "sooner" ? "sooner" : "agreed";
      await terminateWorkspace(context.deps, member, {
        workspaceId,
        name: String(form.get("name") ?? ""),
        period,
      });
    } else return { message: "Nothing was changed." };
    return { done: intent };
  });
}

const done: Record<Intent, string> = {
  export: "The archive is being made. You can leave this page; it will be here.",
  leave: "The workspace is closing. Its owners got a letter.",
  stay: "Good that you stay. Everything is open again.",
};

const everyMs = 1500;

export default function Leave() {
  const page = useLoaderData<typeof loader>();
  const { name, timeZone, exports, deleteAfter, holds, mayImport, mayLeave, plan, billing } = page;
  const answer = useActionData() as (FormState & { done?: Intent }) | undefined;
  const { revalidate } = useRevalidator();
  const busy = exports.some(({ state }) => state === "queued" || state === "running");
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(revalidate, everyMs);
    return () => clearInterval(timer);
  }, [busy, revalidate]);
  return (
    <Stack gap={6}>
      {answer?.done && (
        <Notice tone="good" live="polite">
          {done[answer.done]}
        </Notice>
      )}
      {answer?.done === "stay" && plan && (
        <Notice
          tone="warn"
          title="The plan still ends"
          action={billing ? <Link to={billing}>See billing</Link> : undefined}
        >
          Closing cancelled the plan. It ends
          {plan.endsOn !== undefined && (
            <>
              {" "}
              on <TimeText at={plan.endsOn} zone={timeZone} show="date" />
            </>
          )}{" "}
          unless you keep it.
        </Notice>
      )}
      <Card title="Take everything along">
        <p>
          One ZIP of everything this workspace holds: tables as CSV and NDJSON, pages, pictures, consents with
          their proof, and who opted out. It can be imported into another Foyer, or read without one.
        </p>
        <ActionForm id="export">
          <input type="hidden" name="intent" value="export" />
          <SubmitButton pendingLabel="Ordering" aria-disabled={busy || undefined}>
            Order an archive
          </SubmitButton>
        </ActionForm>
        {exports.length > 0 && <ExportList exports={exports} timeZone={timeZone} />}
      </Card>
      {deleteAfter === undefined && mayImport && (
        <Card title="Bring an archive in">
          <p>
            The ZIP of another workspace, from here or elsewhere, goes into one in which nothing was made yet.
          </p>
          <Row>
            <LinkButton to="../import">Import an archive</LinkButton>
          </Row>
        </Card>
      )}
      {deleteAfter !== undefined && (
        <LeavingCard
          deleteAfter={deleteAfter}
          holds={holds}
          plan={plan}
          timeZone={timeZone}
          mayCancel={mayLeave}
          state={answer?.message ? answer : undefined}
        />
      )}
      {deleteAfter === undefined && mayLeave && (
        <LeaveForm
          name={name}
          hasArchive={exports.some(({ state }) => state === "done")}
          state={answer?.done ? undefined : answer}
        />
      )}
    </Stack>
  );
}
