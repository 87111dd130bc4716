import { Link } from "@remix-run/react";
import { Badge, type Tone } from "~/components/ui/badge";
import { TimeText } from "~/components/ui/time-text";
import { LeadValue, type ShownField } from "./lead-value";

export interface TimelineEntry {
  id: string;
  at: number;
  title: string;
  tone: Tone;
  label: string;
  to?: string;
  words?: string;
  /** What was sent, or what it was before. */
  fields?: readonly ShownField[];
  fieldsTitle?: string;
}

interface Props {
  entries: readonly TimelineEntry[];
  zone: string;
  /** The address of all leads. */
  base: string;
}

/** What happened with a person, newest first. */
export function LeadTimeline({ entries, zone, base }: Props) {
  return (
    <ol className="matter-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <div className="timeline-head">
            <Badge tone={entry.tone}>{entry.label}</Badge>
            {entry.to ? (
              <Link to={entry.to} prefetch="intent">
                {entry.title}
              </Link>
            ) : (
              <span>{entry.title}</span>
            )}
            <span className="soft">
              <TimeText at={entry.at} zone={zone} />
            </span>
          </div>
          {entry.words && <p className="soft">{entry.words}</p>}
          {entry.fields && entry.fields.length > 0 && (
            <details>
              <summary>{entry.fieldsTitle ?? "What was sent"}</summary>
              <dl className="details-list">
                {entry.fields.map((field) => (
                  <div key={field.name}>
                    <dt>{field.label}</dt>
                    <dd>
                      <LeadValue field={field} base={base} />
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
