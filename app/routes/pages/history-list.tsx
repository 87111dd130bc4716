import { Link } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { formatTime } from "~/components/ui/time-text";

export interface HistoryEntry {
  /** As the address names it. */
  ref: string;
  kind: "save" | "version";
  number: number;
  at: number;
  by: string;
  /** Live, or the draft as it is. */
  isNow: boolean;
  /** What else to know of it; empty for nothing. */
  what?: string;
}

interface Props {
  entries: readonly HistoryEntry[];
  zone: string;
  chosen: string;
  other: string;
}

/** Newest first; one is shown, a second one is compared with it. */
export function HistoryList({ entries, zone, chosen, other }: Props) {
  return (
    <ol className="history-list" aria-label="Saves and published versions, newest first">
      {entries.map((entry) => {
        const name = formatTime({ at: entry.at, zone });
        const isShown = entry.ref === chosen || entry.ref === other;
        return (
          <li key={entry.ref} data-shown={isShown || undefined}>
            <Link to={`?at=${entry.ref}`} aria-current={entry.ref === chosen || undefined} preventScrollReset>
              {name}
            </Link>
            <span className="soft">
              {entry.kind === "version" ? `Version ${entry.number}` : "Save"} by {entry.by}
              {entry.what && ` · ${entry.what}`}
            </span>
            {entry.kind === "version" && (
              <Badge tone={entry.isNow ? "good" : "neutral"}>{entry.isNow ? "Live" : "Published"}</Badge>
            )}
            {entry.ref === other ? (
              <Link to={`?at=${chosen}`} preventScrollReset>
                Stop comparing
              </Link>
            ) : (
              entry.ref !== chosen && (
                <Link
                  to={`?at=${entry.ref}&with=${chosen}`}
                  aria-label={`Compare ${name} with the one shown`}
                  preventScrollReset
                >
                  Compare
                </Link>
              )
            )}
          </li>
        );
      })}
    </ol>
  );
}
