import { ChartFrame } from "./chart-frame";
import { scaleFor } from "./scale";

export interface IntervalRow {
  label: string;
  /** Undefined where nothing can be said yet. */
  value: number | undefined;
  interval: { low: number; high: number } | undefined;
  /** What the others are compared with. */
  isBase?: boolean;
}

interface Props {
  title: string;
  summary?: string;
  rows: readonly IntervalRow[];
  format: (value: number | undefined) => string;
  table: { head: readonly string[]; rows: readonly (readonly string[])[] };
}

const at = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 10000) / 100}%`;

/** Shares with the interval in which the true one lies, on one scale. */
export function IntervalPlot({ title, summary, rows, format, table }: Props) {
  const highest = Math.max(
    0.001,
    ...rows.map(({ interval }) => (interval && interval.high < 1 ? interval.high : 0)),
    ...rows.map(({ value = 0 }) => value),
  );
  const { max, ticks } = scaleFor(highest * 100.0001);
  const place = (value: number) => at((value * 100) / max);
  return (
    <ChartFrame title={title} summary={summary} table={table}>
      <ul className="interval-plot">
        {rows.map(({ label, value, interval, isBase }) => (
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
              {interval && (
                <line
                  className="chart-line"
                  x1={place(interval.low)}
                  x2={place(interval.high)}
                  y1="50%"
                  y2="50%"
                />
              )}
              {value !== undefined && <circle className="chart-dot" cx={place(value)} cy="50%" r="5" />}
            </svg>
            <span className="interval-value figures">
              {format(value)}
              {interval && (
                <span className="visually-hidden">
                  , between {format(interval.low)} and {format(interval.high)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <div className="interval-row interval-foot" aria-hidden="true">
        <span />
        <svg className="interval-room interval-marks" aria-hidden="true" focusable="false">
          {ticks.map((tick) => (
            <text key={tick} x={at(tick / max)} y="14" textAnchor="middle">
              {Number(tick.toFixed(2))}
            </text>
          ))}
        </svg>
        <span className="interval-value soft">%</span>
      </div>
    </ChartFrame>
  );
}
