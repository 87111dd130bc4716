import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { PromiseList } from "~/components/trust/promise-list";
import { PromiseSummary } from "~/components/trust/promise-summary";
import { StandingHistory } from "~/components/trust/standing-history";
import { ActionForm } from "~/components/ui/action-form";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DataTable } from "~/components/ui/data-table";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TimeText } from "~/components/ui/time-text";
import { listFindings } from "~/domain/acceptable-use/list-findings.server";
import { listStandingActions } from "~/domain/acceptable-use/list-standing-actions.server";
import { recordAppeal } from "~/domain/acceptable-use/record-appeal.server";
import { promiseAreas, promises } from "~/domain/trust/promise-registry";
import { mayDo } from "~/domain/workspaces/permission";
import { standingWords } from "~/domain/workspaces/standing";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Trust · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace);
  const findings = await listFindings(context.deps, { workspaceId: workspace.id, limit: 20 });
  const actions = await listStandingActions(context.deps, workspace.id);
  return {
    timeZone: workspace.timeZone,
    standing: workspace.standing,
    findings: findings.map(({ id, rule, severity, message, remedy, createdAt }) => ({
      id,
      rule,
      severity,
      message,
      remedy,
      createdAt,
    })),
    actions: actions.map(({ id, action, rule, reason, createdAt }) => ({
      id,
      action,
      rule,
      reason,
      createdAt,
    })),
    mayAppeal: workspace.standing === "suspended" && mayDo(member.role, "workspace:manage"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "workspace:manage");
  const form = await request.formData();
  return answerForm(form, async (): Promise<FormState & { sent?: true }> => {
    const reason = String(form.get("reason") ?? "");
    await recordAppeal(context.deps, member, { workspaceId: workspace.id, reason });
    return { sent: true };
  });
}

const tones = { block: "bad", warn: "warn", info: "info" } as const;
const severities = { block: "Refused", warn: "Warning", info: "Hint" } as const;

export default function WorkspaceTrust() {
  const { timeZone, standing, findings, actions, mayAppeal } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { sent?: true }) | undefined;
  const { label, words } = standingWords[standing];
  return (
    <>
      <PageHeader title="Trust" lead="What is promised, what is kept, and how this workspace stands." />
      <Stack gap={8}>
        {answer?.sent && (
          <Notice tone="good" live="polite">
            Your appeal was recorded. An operator reads it and answers here.
          </Notice>
        )}
        <Card title="Standing" aside={<Badge tone={standing === "good" ? "good" : "warn"}>{label}</Badge>}>
          <p>{words}</p>
          {actions.length > 0 && <StandingHistory actions={actions} timeZone={timeZone} />}
          {mayAppeal && (
            <ActionForm key={actions.length} id="appeal" state={answer?.sent ? undefined : answer}>
              <TextArea
                name="reason"
                label="Appeal"
                hint="Say what is wrong about this decision, or what you have changed."
                maxLength={1000}
                required
              />
              <FormActions>
                <SubmitButton pendingLabel="Sending">Send the appeal</SubmitButton>
              </FormActions>
            </ActionForm>
          )}
        </Card>
        {findings.length > 0 && (
          <Card title="What checks found" aside={<Link to="/policies/acceptable-use">The rules</Link>}>
            <DataTable
              caption="What checks found"
              rows={findings}
              rowKey={({ id }) => id}
              columns={[
                { key: "message", header: "Finding", primary: true, cell: (row) => row.message },
                {
                  key: "severity",
                  header: "Weight",
                  cell: (row) => <Badge tone={tones[row.severity]}>{severities[row.severity]}</Badge>,
                },
                { key: "remedy", header: "What to do", cell: (row) => row.remedy },
                {
                  key: "when",
                  header: "When",
                  wideOnly: true,
                  cell: (row) => <TimeText at={row.createdAt} zone={timeZone} />,
                },
              ]}
            />
          </Card>
        )}
        <PromiseSummary promises={promises} />
        <PromiseList areas={promiseAreas} />
      </Stack>
    </>
  );
}
