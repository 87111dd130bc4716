import type { ReactNode } from "react";
import { curve } from "./curve";
import type { Series } from "./line-chart";
import { scaleFor, tickIndices } from "./scale";
import { seriesLabels } from "./series-labels";

interface Props {
  labels: readonly string[];
  marks: readonly { index: number; label: string }[] | undefined;
  series: readonly Series[];
  active: number | undefined;
  format: (value: number) => string;
  /** What takes pointer and keys, laid over the plot. */
  children: ReactNode;
}

const wide = 1000;
const high = 400;
const percent = (share: number) => `${Math.round(share * 10000) / 100}%`;

/** The plot itself: lines stretch with the room, words and dots keep their size. */
export function LinePlot({ labels, marks, series, active, format, children }: Props) {
  const { max, ticks } = scaleFor(Math.max(0, ...series.flatMap(({ values }) => values)));
  const last = Math.max(1, labels.length - 1);
  const shownMarks =
    marks ?? tickIndices(labels.length, 5).map((index) => ({ index, label: labels[index] ?? "" }));
  const down = (value: number) => 1 - value / max;
  const dots = active === undefined ? [] : series;
  return (
    <div className="line-plot">
      <ol className="line-plot-ticks figures" aria-hidden="true">
        {ticks.toReversed().map((tick) => (
          <li key={tick}>
            <span>{format(tick)}</span>
          </li>
        ))}
      </ol>
      <div className="line-plot-room">
        <svg className="line-plot-drawing" aria-hidden="true" focusable="false">
          {ticks.map((tick) => (
            <line
              key={tick}
              className="chart-grid"
              x1="0"
              x2="100%"
              y1={percent(down(tick))}
              y2={percent(down(tick))}
            />
          ))}
          <svg
            viewBox={`0 0 ${wide} ${high}`}
            preserveAspectRatio="none"
            width="100%"
            height="100%"
            aria-hidden="true"
          >
            {series.map(({ name, values, tone = "accent" }) => {
              const points = values.map((value, index) => ({
                x: (index / last) * wide,
                y: down(value) * high,
              }));
              const line = curve(points);
              const end = points.at(-1)?.x ?? 0;
              return (
                <g key={name} className={`tone-${tone}`}>
                  {tone === "accent" && (
                    <path className="chart-area" d={`${line}L${end} ${high}L0 ${high}Z`} />
                  )}
                  <path className="chart-line" d={line} vectorEffect="non-scaling-stroke" />
                </g>
              );
            })}
          </svg>
          {active === undefined &&
            seriesLabels(series, max).map(({ name, tone, x, y, anchor, dx, dy }) => (
              <text
                key={name}
                className={`chart-name tone-${tone}`}
                x={percent(x)}
                y={percent(y)}
                textAnchor={anchor}
                dx={dx}
                dy={dy}
              >
                {name}
              </text>
            ))}
          {active !== undefined && (
            <line
              className="chart-cross"
              x1={percent(active / last)}
              x2={percent(active / last)}
              y1="0"
              y2="100%"
            />
          )}
          {dots.map(({ name, values, tone = "accent" }) => (
            <circle
              key={name}
              className={`chart-dot tone-${tone}`}
              cx={percent((active ?? 0) / last)}
              cy={percent(down(values[active ?? 0] ?? 0))}
              r="4.5"
            />
          ))}
        </svg>
        {children}
      </div>
      <svg className="line-plot-marks" aria-hidden="true" focusable="false">
        {withRoom(shownMarks, last).map(({ index, label, wideOnly }) => (
          <text
            key={index}
            className={wideOnly ? "wide-only" : undefined}
            x={percent(index / last)}
            y="14"
            textAnchor={anchorAt(index / last)}
          >
            {label}
          </text>
        ))}
      </svg>
    </div>
  );
}

const anchorAt = (share: number) => (share < 0.04 ? "start" : share > 0.96 ? "end" : "middle");

interface Mark {
  index: number;
  label: string;
}

const narrowRoom = 0.24;

/** Marks too close to the one before stay away on a phone. */
function withRoom(marks: readonly Mark[], last: number): (Mark & { wideOnly: boolean })[] {
  let shown = Number.NEGATIVE_INFINITY;
  return marks.map((mark) => {
    const wideOnly = mark.index / last - shown < narrowRoom;
    if (!wideOnly) shown = mark.index / last;
    return { ...mark, wideOnly };
  });
}
