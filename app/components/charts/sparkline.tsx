import { curve } from "./curve";

interface Props {
  values: readonly number[];
  /** What it says, in words: "Views of the last 14 days: 120, rising". */
  label: string;
}

const wide = 96;
const high = 28;
const inset = 3;

/** The run of one figure, the size of a word. */
export function Sparkline({ values, label }: Props) {
  const max = Math.max(1, ...values);
  const last = Math.max(1, values.length - 1);
  const points = values.map((value, index) => ({
    x: inset + (index / last) * (wide - 2 * inset),
    y: high - inset - (value / max) * (high - 2 * inset),
  }));
  const end = points.at(-1);
  return (
    <svg className="sparkline tone-accent" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={label}>
      <path className="chart-line" d={curve(points)} />
      {end && <circle className="chart-dot" cx={end.x} cy={end.y} r="2.5" />}
    </svg>
  );
}
