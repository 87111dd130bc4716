import { ChartFrame } from "./chart-frame";
import { scaleFor } from "./scale";

export interface IntervalRow {
  label: string;
  value: number;
  low: number;
  high: number;
  /** What the others are compared with. */
  isBase?: boolean;
}

interface Props {
  title: string;
  summary?: string;
  rows: readonly IntervalRow[];
  format: (value: number) => string;
  table: { head: readonly string[]; rows: readonly (readonly string[])[] };
}

const at = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 10000) / 100}%`;

/** Shares with the interval in which the true one lies, on one scale. */
export function IntervalPlot({ title, summary, rows, format, table }: Props) {
  const highest = Math.max(
    0.001,
    ...rows.filter(({ high }) => high < 1).map(({ high }) => high),
    ...rows.map(({ value }) => value),
  );
  const { max, ticks } = scaleFor(highest * 100.0001);
  const place = (value: number) => at((value * 100) / max);
  return (
    <ChartFrame title={title} summary={summary} table={table}>
      <ul className="interval-plot">
        {rows.map(({ label, value, low, high, isBase }) => (
          <li key={label} className="interval-row">
            <span className="interval-label">{label}</span>
            <svg
              className={`interval-room ${isBase ? "tone-soft" : "tone-accent"}`}
              aria-hidden="true"
              focusable="false"
            >
              {ticks.map((tick) => (
                <line
                  key={tick}
                  className="chart-grid"
                  x1={at(tick / max)}
                  x2={at(tick / max)}
                  y1="0"
                  y2="100%"
                />
              ))}
              <line className="chart-line" x1={place(low)} x2={place(high)} y1="50%" y2="50%" />
              <circle className="chart-dot" cx={place(value)} cy="50%" r="5" />
            </svg>
            <span className="interval-value figures">
              {format(value)}
              <span className="visually-hidden">
                , between {format(low)} and {format(high)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
