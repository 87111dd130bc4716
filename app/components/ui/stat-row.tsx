import { Link } from "@remix-run/react";
import { formatCount } from "./count";

export interface Stat {
  label: string;
  value: number | string;
  /** Such as "42 % of sent". */
  detail?: string;
  /** Where the figure is taken apart. */
  to?: string;
  /** Done by bots and proxies. */
  machine?: boolean;
}

/** A few large figures in one line. */
export function StatRow({ stats, label }: { stats: readonly Stat[]; label: string }) {
  return (
    <section aria-label={label}>
      <dl className="stat-row">
        {stats.map((stat) => (
          <div className="stat" key={stat.label}>
            <dt className={stat.machine ? "stat-label machine" : "stat-label"}>{stat.label}</dt>
            <dd>
              <span className="stat-value">
                {stat.to ? (
                  <Link to={stat.to} prefetch="intent">
                    {shown(stat.value)}
                  </Link>
                ) : (
                  shown(stat.value)
                )}
              </span>
              {stat.detail && <span className="stat-detail figures">{stat.detail}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const shown = (value: number | string) => (typeof value === "number" ? formatCount(value) : value);
