import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RetentionDue } from "~/components/settings/retention-due";
import { RetentionFields } from "~/components/settings/retention-fields";
import { RetentionStart } from "~/components/settings/retention-start";
import { fixedPeriods } from "~/components/settings/retention-words";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import { FormActions } from "~/components/ui/form-section";
import { type FormState, typedValues } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TimeText } from "~/components/ui/time-text";
import { mailReachesPeople } from "~/domain/mail/platform-mailbox.server";
import type { DueRows } from "~/domain/termination/count-retention.server";
import { lookAtRetention, retentionWithoutCount } from "~/domain/termination/look-at-retention.server";
import { mayPeopleGo } from "~/domain/termination/tell-owners.server";
import { mayDo } from "~/domain/workspaces/permission";
import { retentionPartNames } from "~/domain/workspaces/retention-choices";
import { chooseRetention, readRetentionChoices } from "~/domain/workspaces/update-workspace.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Keeping data · Foyer" }];

interface Looked {
  saved?: true;
  /** What would go under the periods typed, and the words that say which they are. */
  looked?: { seen: string; due: DueRows[] };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace);
  const look = new URL(request.url).searchParams.has("count") ? lookAtRetention : retentionWithoutCount;
  const outlook = await look(context.deps, workspace);
  return {
    ...outlook,
    waits: !mayPeopleGo(context.deps.config, workspace, context.deps.clock.now()),
    lapsed: outlook.peopleGoFrom !== undefined && outlook.peopleGoFrom <= context.deps.clock.now(),
    mailReaches: mailReachesPeople(context.deps.config),
    zone: workspace.timeZone,
    mayManage: mayDo(member.role, "settings:manage"),
  };
}

/** Periods are saved only after what they would take away was shown: `seen` repeats the periods it was shown for. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  const form = await request.formData();
  const names = [...retentionPartNames, "afterOptOut"] as const;
  const given = Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "")]));
  return answerForm(form, async (): Promise<FormState & Looked> => {
    const choices = readRetentionChoices(given);
    const { choices: thought, due } = await lookAtRetention(context.deps, workspace, choices);
    const seen = JSON.stringify(thought);
    if (form.get("intent") !== "save" || form.get("seen") !== seen) {
      return { values: typedValues(form), looked: { seen, due } };
    }
    await chooseRetention(context.deps, member, { workspaceId: workspace.id, choices });
    return { saved: true };
  });
}

export default function RetentionSettings() {
  const { choices, holds, due, nextRunAt, peopleGoFrom, waits, lapsed, mailReaches, zone, mayManage } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & Looked) | undefined;
  const looked = answer?.looked;
  return (
    <Stack gap={6}>
      {answer?.saved && (
        <Notice tone="good" live="polite" title="Saved">
          It holds from the next run on. Pages carry the new notice when they are published next.
        </Notice>
      )}
      {holds.length > 0 && (
        <Notice tone="warn" title="A legal hold keeps everything">
          Nothing of this workspace is deleted until the operator lifts it: {holds.join("; ")}
        </Notice>
      )}
      <Card title="At the next run">
        <p className="soft">
          Once a day, next at <TimeText at={nextRunAt} zone={zone} />.
        </p>
        <RetentionStart
          from={peopleGoFrom}
          waits={waits}
          lapsed={lapsed}
          mailReaches={mailReaches}
          zone={zone}
        />
        {due === undefined && (
          <p>
            <LinkButton to="?count=1" prefetch="none">
              Count what goes at the next run
            </LinkButton>
          </p>
        )}
        {due?.length === 0 && <p>Nothing is old enough to go.</p>}
        {due && due.length > 0 && <RetentionDue caption="What goes at the next run" due={due} />}
      </Card>
      <ActionForm state={answer}>
        <RetentionFields choices={choices} disabled={!mayManage} />
        {looked && (
          <Card title="With these periods">
            <div role="status">
              {looked.due.length > 0 ? (
                <RetentionDue caption="What would go at the next run" due={looked.due} />
              ) : (
                <p>Nothing would go at the next run.</p>
              )}
            </div>
            <input type="hidden" name="seen" value={looked.seen} />
          </Card>
        )}
        {mayManage && (
          <FormActions>
            {looked && (
              <SubmitButton name="intent" value="save" pendingLabel="Saving">
                Save these periods
              </SubmitButton>
            )}
            <SubmitButton name="intent" value="look" tone={looked ? "secondary" : "primary"}>
              {looked ? "Look again" : "See what would go"}
            </SubmitButton>
          </FormActions>
        )}
      </ActionForm>
      <Card title="The same for everybody">
        <DetailsList items={fixedPeriods} />
      </Card>
    </Stack>
  );
}
