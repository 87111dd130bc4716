import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { DataTable } from "~/components/ui/data-table";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { PageHeader } from "~/components/ui/page-header";
import { SubmitButton } from "~/components/ui/submit-button";
import { TimeText } from "~/components/ui/time-text";
import { createExperiment } from "~/domain/experiments/create-experiment.server";
import type { ExperimentMode } from "~/domain/experiments/experiment";
import { listExperiments } from "~/domain/experiments/get-experiment.server";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { publicId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requirePage } from "../pages/page-request.server";
import { PlanFields } from "./plan-fields";
import { stateBadge } from "./state-badge";

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `Experiments of ${found?.title ?? "a page"} · Foyer` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspace, pageId, workspaceId } = await requirePage(args, "page:edit");
  const page = await getPageSummary(deps, workspaceId, pageId);
  const experiments = await listExperiments(deps, workspaceId, pageId);
  return {
    base: `/w/${workspace.slug}`,
    pageId: publicId("page", pageId),
    title: page.title,
    zone: workspace.timeZone,
    mayBegin: experiments.every(({ state }) => state === "ended") && !page.variantOf,
    experiments: experiments.map(({ id, name, state, outcome, mode, createdAt, variants }) => ({
      id: publicId("experiment", id),
      name,
      state,
      outcome,
      mode,
      createdAt,
      variants: variants.length,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const { member, workspace, pageId, workspaceId } = await requirePage(args, "page:edit");
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  return answerForm(form, async () => {
    const made = await createExperiment(deps, member, {
      workspaceId,
      pageId,
      name: text("name"),
      mode: text("mode") as ExperimentMode,
      baseline: text("baseline").replace(",", "."),
      effect: text("effect"),
    });
    return redirect(`/w/${workspace.slug}/experiments/${publicId("experiment", made.id)}`);
  });
}

export default function Experiments() {
  const { base, pageId, title, experiments, mayBegin, zone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  return (
    <Stack gap={6}>
      <PageHeader
        back={{ to: `${base}/pages/${pageId}`, label: title }}
        title="Experiments"
        lead="Show variants of this page to different visitors, and learn which brings more leads."
      />
      {experiments.length > 0 && (
        <DataTable
          caption="Experiments of this page, newest first"
          rows={experiments}
          rowKey={({ id }) => id}
          rowTo={({ id }) => `${base}/experiments/${id}`}
          columns={[
            { key: "name", header: "Name", primary: true, cell: ({ name }) => name },
            { key: "state", header: "State", cell: (row) => stateBadge(row.state, row.outcome) },
            { key: "variants", header: "Variants", align: "end", cell: ({ variants }) => variants },
            {
              key: "made",
              header: "Set up",
              wideOnly: true,
              cell: ({ createdAt }) => <TimeText at={createdAt} zone={zone} />,
            },
          ]}
        />
      )}
      {mayBegin ? (
        <Card title="Set up an experiment">
          <ActionForm state={state}>
            <PlanFields mode="sequential" baseline={5} effect={20} />
            <div>
              <SubmitButton pendingLabel="Setting up">Set up</SubmitButton>
            </div>
          </ActionForm>
        </Card>
      ) : (
        <p className="soft">A page has one experiment at a time. End the one above to set up another.</p>
      )}
    </Stack>
  );
}
