import { Link } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import { Stack } from "~/components/ui/layout";
import { TimeText } from "~/components/ui/time-text";
import type { ConsentAct } from "~/domain/consent/consent";
import { consentActs } from "./lead-words";

export interface ProofAct {
  id: string;
  act: ConsentAct;
  purpose: string;
  at: number;
  how: string;
  wording: string;
  fingerprint: string;
  language: string;
  form: string;
  page: { words: string; publishedAt: number; to: string } | undefined;
  source: string;
  ip: string;
  submission: string;
}

const given = (name: string, value: React.ReactNode) => (value ? [{ name, value }] : []);

/** One act with what shows that it happened, as one would put it before an authority. */
export function ProofCard({ act, zone }: { act: ProofAct; zone: string }) {
  const { label, tone } = consentActs[act.act];
  return (
    <Card title={act.purpose} aside={<Badge tone={tone}>{label}</Badge>}>
      <Stack gap={3}>
        {act.wording && <blockquote className="proof-wording">{act.wording}</blockquote>}
        <DetailsList
          items={[
            {
              name: "When",
              value: (
                <>
                  <TimeText at={act.at} zone={zone} show="second" /> ({zone})
                  <br />
                  <small className="soft">{new Date(act.at).toISOString()}</small>
                </>
              ),
            },
            { name: "How", value: act.how },
            ...given("Form", act.form),
            ...given(
              "Page as it was",
              act.page && (
                <>
                  <Link to={act.page.to}>{act.page.words}</Link>
                  <br />
                  <small className="soft">
                    public since <TimeText at={act.page.publishedAt} zone={zone} />
                  </small>
                </>
              ),
            ),
            ...given("Language", act.language),
            ...given("Where from", act.source),
            ...given("Network", act.ip && `${act.ip}, the rest of the address was never kept`),
            ...given("Mark of the wording", act.fingerprint && <code>{act.fingerprint}</code>),
            { name: "Record", value: [act.id, act.submission].filter(Boolean).join(", ") },
          ]}
        />
      </Stack>
    </Card>
  );
}
