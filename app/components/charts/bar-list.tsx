import { Link } from "@remix-run/react";
import { formatCount } from "~/components/ui/count";
import { ChartFrame } from "./chart-frame";
import type { SeriesTone } from "./line-chart";

export interface Bar {
  label: string;
  value: number;
  to?: string;
  tone?: SeriesTone;
  /** Behind the figure, such as a reason. */
  detail?: string;
}

interface Props {
  title: string;
  summary?: string;
  bars: readonly Bar[];
  /** What a bar is: "Source"; and what is counted: "Views". */
  of: string;
  counted: string;
  format?: (value: number) => string;
}

/** Parts in order of size, each with its name on the bar. Its own table: name and figure stand beside each other. */
export function BarList({ title, summary, bars, of, counted, format = formatCount }: Props) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ChartFrame title={title} summary={bars.length === 0 ? "Nothing yet." : summary}>
      <table className="bar-list">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{counted}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ label, value, to, tone = "accent", detail }) => (
            <tr key={label}>
              <th scope="row">
                <svg className={`bar-list-bar tone-${tone}`} aria-hidden="true" focusable="false">
                  <rect width={`${(value / highest) * 100}%`} height="100%" rx="5" />
                </svg>
                <span className="bar-list-label">
                  {to ? (
                    <Link to={to} prefetch="intent">
                      {label}
                    </Link>
                  ) : (
                    label
                  )}
                  {detail && <span className="soft"> {detail}</span>}
                </span>
              </th>
              <td className="figures">{format(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFrame>
  );
}
