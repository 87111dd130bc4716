import { Form, Link } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TimeText } from "~/components/ui/time-text";

interface VersionEntry {
  id: string;
  number: number;
  publishedAt: number;
  isLive: boolean;
  by: string;
}

/** What was public and when; an earlier version can be made public again. */
export function VersionsCard(props: {
  versions: VersionEntry[];
  zone: string;
  at: string;
  mayPublish: boolean;
}) {
  const { versions, zone, at, mayPublish } = props;
  if (versions.length === 0) return null;
  return (
    <Card title="Published versions">
      <p className="soft">Look at one before you go back to it. Going back publishes it at once.</p>
      <ul className="history">
        {versions.map((version) => (
          <li key={version.id}>
            <span>
              <Link to={`history?at=${version.id}`}>Version {version.number}</Link> ·{" "}
              <TimeText at={version.publishedAt} zone={zone} /> <span className="soft">by {version.by}</span>
            </span>
            {version.isLive && <Badge tone="good">Live</Badge>}
            {!version.isLive && mayPublish && (
              <Form method="post" action={`${at}/act`}>
                <input type="hidden" name="act" value="roll-back" />
                <input type="hidden" name="version" value={version.id} />
                <Button type="submit" small aria-label={`Go back to it: version ${version.number}`}>
                  Go back to it
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Saved drafts, newest first; bringing one back is a new save, so nothing is lost. */
export function HistoryCard(props: {
  revisions: { number: number; savedAt: number; by: string }[];
  zone: string;
  at: string;
}) {
  const { revisions, zone, at } = props;
  const [newest, ...earlier] = revisions;
  if (!newest || earlier.length === 0) return null;
  return (
    <Card title="History">
      <p>
        <Link to="history">Look at earlier ones and compare them</Link>
      </p>
      <details>
        <summary>{earlier.length === 1 ? "1 earlier save" : `${earlier.length} earlier saves`}</summary>
        <ul className="history">
          {earlier.map((entry) => (
            <li key={entry.number}>
              <span>
                <TimeText at={entry.savedAt} zone={zone} /> <span className="soft">by {entry.by}</span>
              </span>
              <Form method="post" action={`${at}/act`}>
                <input type="hidden" name="act" value="restore-revision" />
                <input type="hidden" name="revision" value={entry.number} />
                <Button type="submit" small>
                  Bring back
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
