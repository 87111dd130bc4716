import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import { type FormState, refusedForm } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { SubmitButton } from "~/components/ui/submit-button";
import type { Finding } from "~/domain/acceptable-use/finding";
import { reportExperiment } from "~/domain/analytics/report-experiment.server";
import { isDomainError } from "~/domain/domain-error";
import { updateExperiment } from "~/domain/experiments/change-experiment.server";
import {
  addVariant,
  archiveVariant,
  renameVariant,
  setWeights,
} from "~/domain/experiments/change-variants.server";
import type { ExperimentMode } from "~/domain/experiments/experiment";
import { plannedVisitors } from "~/domain/experiments/experiment";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { promoteVariant, startExperiment, stopExperiment } from "~/domain/publishing/run-experiment.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { statusOfKind } from "~/server/http-errors.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { FindingList } from "../pages/finding-list";
import { findingsOf } from "../pages/findings";
import { ExperimentActs } from "./experiment-acts";
import { PlanFields } from "./plan-fields";
import { ResultCards } from "./result-cards";
import { stateBadge } from "./state-badge";
import { VariantsCard } from "./variants-card";

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${found?.experiment.name ?? "Experiment"} · Foyer` },
];

async function requireExperiment(
  { request, context, params }: LoaderFunctionArgs,
  permission: "page:edit" | "page:publish",
) {
  const session = await requireMember(request, context, params.workspace, permission);
  const experimentId = storedId("experiment", params.experiment ?? "");
  if (!experimentId) throw data({ message: "There is no such experiment." }, { status: 404 });
  return { ...session, of: { workspaceId: session.workspace.id, experimentId } };
}

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { member, workspace, of } = await requireExperiment(args, "page:edit");
  const { experiment, periods, isRounded, isCounting } = await reportExperiment(
    deps,
    of.workspaceId,
    of.experimentId,
  );
  const page = await getPageSummary(deps, of.workspaceId, experiment.pageId);
  const base = `/w/${workspace.slug}`;
  const challengers = experiment.variants.filter(
    ({ role, state }) => role === "challenger" && state === "active",
  );
  return {
    base,
    zone: workspace.timeZone,
    mayPublish: mayDo(member.role, "page:publish"),
    pageTitle: page.title,
    pageAddress: `${base}/pages/${publicId("page", page.id)}`,
    planned: experiment.plannedVisitors || plannedVisitors(experiment, challengers.length),
    experiment: {
      id: publicId("experiment", experiment.id),
      name: experiment.name,
      mode: experiment.mode,
      state: experiment.state,
      outcome: experiment.outcome,
      baseline: experiment.baseline,
      effect: experiment.effect,
      variants: experiment.variants.map((variant) => ({
        ...variant,
        pageId: publicId("page", variant.pageId),
      })),
    },
    periods,
    isRounded,
    isCounting,
  };
}

const publishing = new Set(["start", "stop", "promote"]);

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const act = text("act");
  const { member, workspace, of } = await requireExperiment(
    args,
    publishing.has(act) ? "page:publish" : "page:edit",
  );
  const variantId = text("variant");
  const work = async () => {
    if (act === "start") await startExperiment(deps, member, of);
    else if (act === "stop") await stopExperiment(deps, member, of);
    else if (act === "promote") await promoteVariant(deps, member, { ...of, variantId });
    else if (act === "archive") await archiveVariant(deps, member, { ...of, variantId });
    else if (act === "rename") await renameVariant(deps, member, { ...of, variantId, name: text("name") });
    else if (act === "add") await addVariant(deps, member, { ...of, fromId: variantId, name: text("name") });
    else if (act === "weights") {
      const weights = [...form.entries()].flatMap(([name, value]) =>
        name.startsWith("weight-") ? [[name.slice(7), value]] : [],
      );
      await setWeights(deps, member, { ...of, weights: Object.fromEntries(weights) });
    } else
      await updateExperiment(deps, member, {
        ...of,
        name: text("name"),
        mode: text("mode") as ExperimentMode,
        baseline: text("baseline").replace(",", "."),
        effect: text("effect"),
      });
    return redirect(`/w/${workspace.slug}/experiments/${publicId("experiment", of.experimentId)}`);
  };
  if (!publishing.has(act)) return answerForm(form, work);
  try {
    return await work();
  } catch (error) {
    const status = isDomainError(error) ? statusOfKind[error.kind] : 500;
    return data({ ...refusedForm(form, error), findings: findingsOf(error) }, { status });
  }
}

/** Acts whose forms show themselves what is wrong. */
const answeredBelow = new Set(["weights", "rename", "setup"]);

export default function ExperimentScreen() {
  const {
    base,
    zone,
    mayPublish,
    pageTitle,
    pageAddress,
    planned,
    experiment,
    periods,
    isRounded,
    isCounting,
  } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as (FormState & { findings?: Finding[] }) | undefined;
  const { mode, baseline, effect } = experiment;
  const refused = String(state?.values?.act ?? "");
  return (
    <Stack gap={6}>
      <PageHeader
        back={{ to: `${pageAddress}/experiments`, label: `Experiments of ${pageTitle}` }}
        title={experiment.name}
        lead={stateBadge(experiment.state, experiment.outcome)}
        actions={mayPublish && <ExperimentActs state={experiment.state} />}
      />
      {state && !answeredBelow.has(refused) && (
        <Notice tone="bad" live="assertive" title={state.message}>
          {state.findings && state.findings.length > 0 && <FindingList findings={state.findings} />}
        </Notice>
      )}
      <ResultCards
        periods={periods}
        isRounded={isRounded}
        isCounting={isCounting}
        plan={{ mode, plannedVisitors: planned }}
        zone={zone}
        mayPromote={mayPublish && experiment.state === "running"}
      />
      <VariantsCard
        variants={experiment.variants}
        base={base}
        open={experiment.state !== "ended"}
        running={experiment.state === "running"}
        state={state}
        refused={refused}
      />
      <Card title="How it is judged">
        <DetailsList
          items={[
            {
              name: "Statistics",
              value:
                mode === "fixed"
                  ? "Fixed horizon: two-proportion z-test, 5 % level, 80 % power, Holm's correction"
                  : "Sequential: always-valid p-values (mixture SPRT, Johari et al. 2022), 5 % level, Holm's correction",
            },
            { name: "Conversion expected", value: `${(baseline * 100).toFixed(1)} %` },
            { name: "Smallest change looked for", value: `${Math.round(effect * 100)} % of that` },
            {
              name: mode === "fixed" ? "Visitors each variant needs" : "A fixed horizon would need",
              value: `${planned.toLocaleString("en")} visitors for each variant, and seven days at least`,
            },
            {
              name: "Who counts",
              value:
                "People, each once a day, by the variant seen first. Bots see the page as it is and are not part of this. A visitor converts once, however many forms are sent.",
            },
          ]}
        />
        {experiment.state === "draft" && (
          <details open={refused === "setup" || undefined}>
            <summary>Change this</summary>
            <ActionForm id="setup" state={refused === "setup" ? state : undefined}>
              <input type="hidden" name="act" value="setup" />
              <PlanFields
                name={experiment.name}
                mode={mode}
                baseline={Number((baseline * 100).toFixed(2))}
                effect={Math.round(effect * 100)}
              />
              <div>
                <SubmitButton tone="secondary">Save</SubmitButton>
              </div>
            </ActionForm>
          </details>
        )}
      </Card>
    </Stack>
  );
}
