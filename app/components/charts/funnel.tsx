import { formatCount } from "~/components/ui/count";
import { ChartFrame } from "./chart-frame";

export interface FunnelStep {
  label: string;
  value: number;
  /** Beside the way, such as those who unsubscribed: quiet, and not a step to the next. */
  aside?: boolean;
}

interface Props {
  title: string;
  summary?: string;
  steps: readonly FunnelStep[];
}

/** How many came from each step to the next. */
export function Funnel({ title, summary, steps }: Props) {
  const highest = Math.max(1, ...steps.map(({ value }) => value));
  const way = steps.filter(({ aside }) => !aside);
  return (
    <ChartFrame title={title} summary={summary}>
      <ol className="funnel">
        {steps.map((step) => {
          const before = step.aside ? way[0] : way[way.indexOf(step) - 1];
          return (
            <li key={step.label} className={step.aside ? "funnel-step funnel-aside" : "funnel-step"}>
              <span className="funnel-label">{step.label}</span>
              <svg className="funnel-bar" aria-hidden="true" focusable="false">
                <rect
                  width={step.value > 0 ? `${Math.max(0.8, (step.value / highest) * 100)}%` : "0"}
                  height="100%"
                  rx="5"
                />
              </svg>
              <span className="funnel-value figures">{formatCount(step.value)}</span>
              <span className="funnel-share figures">
                {before && before.value > 0 && (
                  <>
                    {share(step.value / before.value)}
                    <span className="visually-hidden"> of {before.label}</span>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </ChartFrame>
  );
}

const share = (part: number) =>
  `${part > 0 && part < 0.1 ? (part * 100).toFixed(1) : Math.round(part * 100)} %`;
