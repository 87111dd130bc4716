import { BarList } from "~/components/charts/bar-list";
import { IntervalPlot } from "~/components/charts/interval-plot";
import { ActionForm } from "~/components/ui/action-form";
import { buttonClass } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { Sure } from "~/components/ui/sure";
import { TimeText } from "~/components/ui/time-text";
import type { PeriodReport, ShownArm } from "~/domain/analytics/report-experiment.server";
import type { ExperimentMode } from "~/domain/experiments/experiment";
import { isUntold, points, share, verdictWords } from "./experiment-words";

interface Props {
  periods: readonly PeriodReport[];
  isRounded: boolean;
  isCounting: boolean;
  plan: { mode: ExperimentMode; plannedVisitors: number };
  zone: string;
  mayPromote: boolean;
}

const againstWords = ({ against, isChampion }: ShownArm): string =>
  isChampion
    ? "Compared to this"
    : against
      ? `${points(against.difference)} (${points(against.low)} to ${points(against.high)}), p ${against.p < 0.001 ? "< 0.001" : against.p.toFixed(3)}`
      : "Not yet";

/** What came of each period: the verdict in words, the intervals as a plot, and the figures as a table. */
export function ResultCards({ periods, isRounded, isCounting, plan, zone, mayPromote }: Props) {
  const [current, ...earlier] = periods;
  if (!current)
    return (
      <Notice title="Not started">
        Edit the variants and choose their weights. Publishing and starting shows them to visitors.
      </Notice>
    );
  const verdict = verdictWords(current, plan);
  const best = current.arms.find(({ variantId }) => variantId === current.bestVariantId);
  return (
    <Stack gap={6}>
      <Notice
        tone={verdict.tone}
        title={verdict.title}
        action={
          best &&
          mayPromote && (
            <Sure
              label={`Promote ${best.name}`}
              look={buttonClass({ tone: "primary" })}
              words="It becomes the page, for everybody and at once, and the experiment ends. The page as it was stays in the history."
            >
              <ActionForm id="promote" className="contents" withoutSummary>
                <input type="hidden" name="act" value="promote" />
                <input type="hidden" name="variant" value={best.variantId} />
                <SubmitButton small pendingLabel="Publishing">
                  Make it the page
                </SubmitButton>
              </ActionForm>
            </Sure>
          )
        }
      >
        {verdict.words}
      </Notice>
      {current.ratio.state === "warn" && (
        <Notice tone="warn" title="Visitors are divided unevenly">
          This happens by chance less than once in a hundred times (p {current.ratio.p.toFixed(4)}). Look
          whether a variant is slow or broken somewhere.
        </Notice>
      )}
      {isCounting && (
        <Notice title="More came in just now than is counted here">Look again in a minute.</Notice>
      )}
      {isRounded && (
        <Notice title="Figures are rounded to tens">
          This workspace shows no small numbers. What is proven is told by the exact ones.
        </Notice>
      )}
      <PeriodPlot period={current} plan={plan} zone={zone} />
      {earlier.length > 0 && (
        <Card title="Earlier periods">
          <p className="soft">
            Something changed for visitors after each of them, so they are never added up.
          </p>
          {earlier.map((period) => (
            <details key={period.period}>
              <summary>
                Period {period.period}, from <TimeText at={period.startedAt} zone={zone} />
              </summary>
              <PeriodTable period={period} />
            </details>
          ))}
        </Card>
      )}
    </Stack>
  );
}

function PeriodPlot({ period, plan, zone }: { period: PeriodReport } & Pick<Props, "plan" | "zone">) {
  const { arms } = period;
  return (
    <Card title={`Period ${period.period}`} aside={<TimeText at={period.startedAt} zone={zone} />}>
      {period.period > 1 && <p className="soft">Begun by: {period.changes.join("; ")}.</p>}
      {isUntold(period, plan) ? (
        <BarList
          title="Visitors so far"
          summary="What they did is told once, at the end: whoever looks before it sees winners where there are none."
          of="Variant"
          counted="Visitors"
          bars={arms.map(({ name, visitors }) => ({ label: name, value: visitors }))}
        />
      ) : (
        <>
          <IntervalPlot
            title="Conversion, with 95 % intervals"
            summary={
              plan.mode === "fixed"
                ? "The true conversion lies within each bar, nineteen times of twenty."
                : "Each bar holds for one look. What is proven however often you look is said above."
            }
            format={share}
            rows={arms.map(({ name, rate, interval, isChampion }) => ({
              ...{ label: name, value: rate, interval, isBase: isChampion },
            }))}
            table={{
              head: ["Variant", "Conversion", "From", "To"],
              rows: arms.map(({ name, rate, interval }) => [
                ...[name, share(rate), share(interval?.low), share(interval?.high)],
              ]),
            }}
          />
          <PeriodTable period={period} />
        </>
      )}
    </Card>
  );
}

function PeriodTable({ period }: { period: PeriodReport }) {
  return (
    <DataTable
      caption={`Figures of period ${period.period}`}
      rows={period.arms}
      rowKey={({ variantId }) => variantId}
      columns={[
        { key: "name", header: "Variant", primary: true, cell: ({ name }) => name },
        { key: "visitors", header: "Visitors", align: "end", cell: ({ visitors }) => formatCount(visitors) },
        {
          key: "conversions",
          header: "Conversions",
          align: "end",
          cell: ({ conversions }) => formatCount(conversions),
        },
        {
          key: "leads",
          header: "Leads",
          align: "end",
          wideOnly: true,
          cell: ({ leads }) => formatCount(leads),
        },
        { key: "rate", header: "Conversion", align: "end", cell: ({ rate }) => share(rate) },
        { key: "against", header: "Difference in points", align: "end", cell: againstWords },
      ]}
    />
  );
}
