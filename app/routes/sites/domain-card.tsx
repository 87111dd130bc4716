import { Form } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyField } from "~/components/ui/copy-button";
import { Row, Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { Sure } from "~/components/ui/sure";
import { TimeText } from "~/components/ui/time-text";
import {
  type AddressState,
  type DomainRecord,
  type DomainState,
  domainGraceMs,
  isAwaited,
  isServed,
  mayBePrimary,
} from "~/domain/sites/site-domain";

export interface ShownDomain {
  domain: string;
  state: DomainState;
  address: AddressState;
  trouble: string;
  checkedAt?: number;
  failingSince?: number;
  isApex: boolean;
  records: DomainRecord[];
}

interface Props {
  domain: ShownDomain;
  isPrimary: boolean;
  /** The site's address of ours. */
  subdomain: string;
  dnsChecks: boolean;
  zone: string;
}

const stateBadges = {
  waiting: { tone: "neutral", words: "Waiting for its record" },
  verified: { tone: "good", words: "Verified" },
  failing: { tone: "warn", words: "Record is gone" },
  off: { tone: "bad", words: "Not served" },
  held: { tone: "warn", words: "Served by another workspace" },
} as const;

const addressBadges = {
  unchecked: { tone: "neutral", words: "Address not checked" },
  pass: { tone: "good", words: "Points here" },
  elsewhere: { tone: "info", words: "Points elsewhere" },
  fail: { tone: "warn", words: "Points nowhere" },
} as const;

const purposes: Record<DomainRecord["purpose"], string> = {
  ownership: "Proves that the domain is yours. Leave it in place for as long as the domain is used here.",
  address: "Brings visitors here.",
};

function Advice({ domain, subdomain, zone }: Pick<Props, "domain" | "subdomain" | "zone">) {
  if (domain.trouble) {
    return (
      <Notice tone="warn" title="DNS gave no answer">
        The domain stays as it was and is looked up again within {isAwaited(domain) ? "an hour" : "a day"} (
        {domain.trouble}).
      </Notice>
    );
  }
  if (domain.state === "failing" && domain.failingSince !== undefined) {
    return (
      <Notice tone="warn" title="The record that proves the domain is gone">
        Your pages are shown there until <TimeText at={domain.failingSince + domainGraceMs} zone={zone} />.
        Put the record back and nothing else happens.
      </Notice>
    );
  }
  if (domain.state === "off") {
    return (
      <Notice tone="warn" title="Nothing is shown under this name">
        Its record was gone from DNS for three days, or another workspace has proven the domain since. Put the
        record below in place and check again.
      </Notice>
    );
  }
  if (domain.state === "held") {
    return (
      <Notice tone="warn" title="Another workspace serves this domain">
        Its record stands in DNS beside yours. Take out the one that is not shown here, then check again.
      </Notice>
    );
  }
  if (domain.state === "verified" && domain.address === "elsewhere") {
    return (
      <Notice title="The domain leads to other addresses">
        That is right behind a content network, and before a move. Otherwise point it at {subdomain}.
      </Notice>
    );
  }
  return null;
}

function Records({ records, open }: { records: readonly DomainRecord[]; open: boolean }) {
  return (
    <details open={open}>
      <summary>DNS records of the domain</summary>
      <Stack gap={6}>
        {records.map((record) => (
          <Stack gap={2} key={record.type + record.value}>
            <p className="soft">{purposes[record.purpose]}</p>
            <CopyField label={`Name (${record.type})`} text={record.name} />
            <CopyField label="Value" text={record.value} />
          </Stack>
        ))}
        {records.length === 1 && (
          <p className="soft">
            The addresses for an A record are not known here: ask the operator, or use an ALIAS record of your
            DNS provider.
          </p>
        )}
      </Stack>
    </details>
  );
}

/** A domain: where it stands, what to enter, what can be done with it. */
export function DomainCard({ domain, isPrimary, subdomain, dnsChecks, zone }: Props) {
  const state = stateBadges[domain.state];
  const address = addressBadges[domain.address];
  const hidden = (intent: string, name = domain.domain) => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="domain" value={name} />
    </>
  );
  return (
    <Card
      title={domain.domain}
      aside={
        <Row>
          {isPrimary && <Badge tone="info">Main address</Badge>}
          {dnsChecks || domain.checkedAt ? (
            <>
              <Badge tone={state.tone}>{state.words}</Badge>
              <Badge tone={address.tone}>{address.words}</Badge>
            </>
          ) : (
            <Badge>Not checked</Badge>
          )}
        </Row>
      }
    >
      <Stack gap={4}>
        <Advice domain={domain} subdomain={subdomain} zone={zone} />
        <Records records={domain.records} open={domain.state !== "verified" || domain.address === "fail"} />
        <p className="soft">
          {domain.checkedAt ? (
            <>
              Last check <TimeText at={domain.checkedAt} zone={zone} />. Looked up again every{" "}
              {isAwaited(domain) ? "hour" : "day"}.
            </>
          ) : (
            "Not looked up yet."
          )}
        </p>
        <Row>
          {dnsChecks && (
            <Form method="post" preventScrollReset>
              {hidden("check")}
              <Button type="submit" small>
                Check DNS now
              </Button>
            </Form>
          )}
          {mayBePrimary(domain) && (
            <Form method="post" preventScrollReset>
              {hidden("primary", isPrimary ? "" : domain.domain)}
              <Button type="submit" small>
                {isPrimary ? "No longer the main address" : "Make it the main address"}
              </Button>
            </Form>
          )}
          <Sure
            label="Remove"
            spoken={`Remove ${domain.domain}`}
            small
            words={
              isServed(domain)
                ? "Within seconds nothing is shown under this name any more, also where links and ads lead to it. To use it again you add it anew, with another record."
                : "To use it again you add it anew, with another record."
            }
          >
            <Form method="post" preventScrollReset>
              {hidden("remove")}
              <Button type="submit" small tone="danger">
                Remove the domain
              </Button>
            </Form>
          </Sure>
        </Row>
      </Stack>
    </Card>
  );
}
