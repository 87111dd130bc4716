import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StandingHistory } from "~/components/trust/standing-history";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TimeText } from "~/components/ui/time-text";
import { listStandingActions } from "~/domain/acceptable-use/list-standing-actions.server";
import { reinstateWorkspace } from "~/domain/acceptable-use/reinstate-workspace.server";
import { suspendWorkspace } from "~/domain/acceptable-use/suspend-workspace.server";
import { suspensionRules } from "~/domain/acceptable-use/suspension-rules";
import { getWorkspace } from "~/domain/workspaces/find-workspace.server";
import { listMembers } from "~/domain/workspaces/list-members.server";
import { standingWords } from "~/domain/workspaces/standing";
import { answerForm } from "~/server/session/answer-form.server";
import { requireOperator } from "~/server/session/require-member.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  const workspace = await getWorkspace(context.deps.db, params.id ?? "");
  const { members } = await listMembers(context.deps, workspace.id);
  const actions = await listStandingActions(context.deps, workspace.id);
  return {
    name: workspace.name,
    slug: workspace.slug,
    standing: workspace.standing,
    reason: workspace.standingReason,
    createdAt: workspace.createdAt,
    deleteAfter: workspace.deleteAfter,
    owners: members.filter(({ role }) => role === "owner").map(({ email }) => email),
    actions: actions.map(({ id, action, rule, reason, createdAt }) => ({
      id,
      action,
      rule,
      reason,
      createdAt,
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const account = await requireOperator(request, context);
  const form = await request.formData();
  const staff = { kind: "staff", accountId: account.id } as const;
  const reason = String(form.get("reason") ?? "");
  const workspaceId = params.id ?? "";
  return answerForm(form, async (): Promise<FormState & { done?: string }> => {
    if (form.get("intent") === "reinstate") {
      const changed = await reinstateWorkspace(context.deps, staff, { workspaceId, reason });
      return {
        done: changed ? "Reinstated. Its pages are back within two seconds." : "It was not suspended.",
      };
    }
    const rule = String(form.get("rule") ?? "");
    const changed = await suspendWorkspace(context.deps, staff, { workspaceId, rule, reason });
    return {
      done: changed ? "Suspended. Pages and mail stop within two seconds." : "It was suspended already.",
    };
  });
}

const rules = Object.entries(suspensionRules).map(([value, label]) => ({ value, label }));

export default function OperatorWorkspace() {
  const workspace = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: string }) | undefined;
  const suspended = workspace.standing === "suspended";
  const state = answer?.done ? undefined : answer;
  const { label, words } = standingWords[workspace.standing];
  const deletion = workspace.deleteAfter;
  return (
    <Stack gap={6}>
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      <Card title={workspace.name}>
        <DetailsList
          items={[
            { name: "Address", value: workspace.slug },
            { name: "Standing", value: `${label}. ${words}` },
            ...(workspace.reason ? [{ name: "Reason", value: workspace.reason }] : []),
            { name: "Owners", value: workspace.owners.join(", ") },
            { name: "Since", value: <TimeText at={workspace.createdAt} show="date" /> },
            ...(deletion === undefined
              ? []
              : [{ name: "Deleted after", value: <TimeText at={deletion} show="date" /> }]),
          ]}
        />
      </Card>
      {workspace.actions.length > 0 && <StandingHistory actions={workspace.actions} />}
      {suspended ? (
        <Card title="Reinstate">
          <ActionForm id="reinstate" state={state}>
            <input type="hidden" name="intent" value="reinstate" />
            <TextArea name="reason" label="Why" hint="Its owners read this." maxLength={1000} required />
            <FormActions>
              <SubmitButton pendingLabel="Opening">Reinstate this workspace</SubmitButton>
            </FormActions>
          </ActionForm>
        </Card>
      ) : (
        <Card title="Suspend">
          <p>
            Closes its pages, forms and links and stops its mail everywhere within two seconds. Nothing is
            deleted.
          </p>
          <ActionForm id="suspend" state={state}>
            <input type="hidden" name="intent" value="suspend" />
            <SelectField
              name="rule"
              label="Rule"
              emptyOption="Choose the rule that was broken"
              options={rules}
              required
            />
            <TextArea name="reason" label="Why" hint="Its owners read this." maxLength={1000} required />
            <FormActions>
              <SubmitButton tone="danger" pendingLabel="Suspending">
                Suspend this workspace
              </SubmitButton>
            </FormActions>
          </ActionForm>
        </Card>
      )}
    </Stack>
  );
}
