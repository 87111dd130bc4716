import { Link } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Row } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { TimeText } from "~/components/ui/time-text";

export interface Step {
  label: string;
  words: string;
  to: string;
  done: boolean;
}

/** The way of a new workspace, until it has been walked. */
export function NextSteps({ steps, archive }: { steps: readonly Step[]; archive: string | undefined }) {
  const next = steps.find((step) => !step.done);
  return (
    <Card title="Next steps">
      <ol className="matter-list">
        {steps.map((step) => (
          <li key={step.label}>
            <Badge tone={step.done ? "good" : "neutral"}>{step.done ? "Done" : "To do"}</Badge>{" "}
            <Link to={step.to} prefetch="intent">
              {step.label}
            </Link>
            <p className="soft">{step.words}</p>
          </li>
        ))}
      </ol>
      {next && (
        <Row>
          <LinkButton
            tone="primary"
            to={next.to}
            icon={<ArrowRight className="icon flip" aria-hidden="true" />}
          >
            {next.label}
          </LinkButton>
        </Row>
      )}
      {archive && (
        <p className="soft">
          Moving in from another Foyer? <Link to={archive}>Import its archive</Link> before anything else.
        </p>
      )}
    </Card>
  );
}

interface Drafts {
  base: string;
  zone: string;
  drafts: readonly { id: string; title: string; updatedAt: number }[];
  unsent: readonly { id: string; name: string; updatedAt: number }[];
}

/** Pages and campaigns that somebody began. */
export function Unfinished({ base, zone, drafts, unsent }: Drafts) {
  if (drafts.length + unsent.length === 0) return null;
  return (
    <Card title="Drafts">
      <ul className="matter-list">
        {unsent.map((campaign) => (
          <li key={campaign.id}>
            <Link to={`${base}/campaigns/${campaign.id}`} prefetch="intent">
              {campaign.name}
            </Link>
            <p className="soft">
              Campaign, changed <TimeText at={campaign.updatedAt} zone={zone} />
            </p>
          </li>
        ))}
        {drafts.map((page) => (
          <li key={page.id}>
            <Link to={`${base}/pages/${page.id}`} prefetch="intent">
              {page.title}
            </Link>
            <p className="soft">
              Page, changed <TimeText at={page.updatedAt} zone={zone} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
