import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TimeText } from "~/components/ui/time-text";
import { listDeadLetters, reviveDeadLetter } from "~/domain/jobs/dead-letters.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireOperator } from "~/server/session/require-member.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  return { jobs: await listDeadLetters(context.deps) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireOperator(request, context);
  const form = await request.formData();
  return answerForm(form, async (): Promise<FormState & { done?: string }> => {
    const revived = await reviveDeadLetter(context.deps, String(form.get("job") ?? ""));
    return { done: revived ? "It is tried again now." : "It is no longer there." };
  });
}

export default function FailedWork() {
  const { jobs } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: string }) | undefined;
  return (
    <Stack>
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {jobs.length === 0 ? (
        <EmptyState title="Nothing has failed" plain>
          Work that used up its tries is listed here, so that it can be tried again after the cause is mended.
        </EmptyState>
      ) : (
        <DataTable
          caption="Work that failed for good"
          rows={jobs}
          rowKey={({ id }) => id}
          columns={[
            { key: "name", header: "Work", primary: true, cell: (row) => <code>{row.name}</code> },
            { key: "error", header: "Last error", breaks: true, cell: (row) => row.lastError },
            { key: "tries", header: "Tries", align: "end", wideOnly: true, cell: (row) => row.attempts },
            { key: "when", header: "Failed", cell: (row) => <TimeText at={row.failedAt} /> },
            {
              key: "again",
              header: "Mended?",
              cell: (row) => (
                <ActionForm id={`revive-${row.id}`} withoutSummary>
                  <input type="hidden" name="job" value={row.id} />
                  <SubmitButton tone="secondary" small>
                    Try again
                  </SubmitButton>
                </ActionForm>
              ),
            },
          ]}
        />
      )}
    </Stack>
  );
}
