import { type PointerEvent, useState } from "react";
import { formatCount } from "~/components/ui/count";
import { ChartFrame } from "./chart-frame";
import { LinePlot } from "./line-plot";

/** `machine` is what bots and proxies did: dashed, in the same quiet colour in every plot. */
export type SeriesTone = "accent" | "machine" | "soft" | "warn";

export interface Series {
  name: string;
  values: readonly number[];
  tone?: SeriesTone;
  /** Of all values together, where it is not their sum: rounded ones add up to something else. */
  total?: number;
}

interface Props {
  title: string;
  summary?: string;
  /** One for each value, such as "Tue 09:00". */
  labels: readonly string[];
  /** Marks under the plot; evenly chosen from the labels when left out. */
  marks?: readonly { index: number; label: string }[];
  /** Name of the first column of the table: "Hour". */
  along: string;
  series: readonly Series[];
  format?: (value: number) => string;
}

/** Figures over time. Pointer, finger and arrow keys read out each point. */
export function LineChart({ title, summary, labels, marks, along, series, format = formatCount }: Props) {
  const [active, setActive] = useState<number>();
  const last = labels.length - 1;
  const valuesAt = (index: number) =>
    series.map(({ name, values }) => `${name} ${format(values[index] ?? 0)}`);
  const readOut = (index: number) => [labels[index], ...valuesAt(index)].join(", ");

  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
    setActive(Math.round(share * last));
  };
  const table = {
    head: [along, ...series.map(({ name }) => name)],
    rows: labels.map((label, index) => [label, ...series.map(({ values }) => format(values[index] ?? 0))]),
  };
  return (
    <ChartFrame title={title} summary={summary} table={table}>
      <p className="chart-read-out figures" aria-hidden="true">
        <span className="chart-at">{active === undefined ? "In all" : labels[active]}</span>
        {series.map(({ name, values, tone = "accent", total = values.reduce(sum, 0) }) => (
          <span key={name} className="chart-key">
            <svg className={`chart-swatch tone-${tone}`} width="18" height="8" aria-hidden="true">
              <path className="chart-line" d="M0 4h18" />
            </svg>
            {name} <b>{format(active === undefined ? total : (values[active] ?? 0))}</b>
          </span>
        ))}
      </p>
      <LinePlot labels={labels} marks={marks} series={series} active={active} format={format}>
        <div
          className="chart-touch"
          onPointerMove={follow}
          onPointerDown={follow}
          onPointerLeave={() => setActive(undefined)}
        >
          <input
            type="range"
            min={0}
            max={Math.max(last, 0)}
            value={active ?? 0}
            aria-label={`${title}: read each point`}
            aria-valuetext={readOut(active ?? 0)}
            onChange={(event) => setActive(event.currentTarget.valueAsNumber)}
            onFocus={() => setActive((present) => present ?? 0)}
            onBlur={() => setActive(undefined)}
          />
        </div>
      </LinePlot>
    </ChartFrame>
  );
}

const sum = (before: number, value: number) => before + value;
