import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Columns, Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { StatRow } from "~/components/ui/stat-row";
import { TimeText } from "~/components/ui/time-text";
import { isUnderWay, stateWords } from "~/domain/campaigns/campaign";
import { listCampaigns } from "~/domain/campaigns/list-campaigns.server";
import { summariseInbox } from "~/domain/leads/summarise-inbox.server";
import { listPages } from "~/domain/pages/list-pages.server";
import { listSenders } from "~/domain/senders/list-senders.server";
import { publicId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Home"} · Foyer` }];

interface Step {
  label: string;
  words: string;
  to: string;
  done: boolean;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { workspace, account } = await requireMember(request, context, params.workspace);
  const base = `/w/${workspace.slug}`;
  const [inbox, { pages }, { rows: campaigns }, { rows: senders }] = await Promise.all([
    summariseInbox(deps, workspace.id),
    listPages(deps, workspace.id, { limit: 200 }),
    listCampaigns(deps, workspace.id, { limit: 50 }),
    listSenders(deps, workspace.id),
  ]);
  const live = pages.filter((page) => page.state !== "draft");
  const steps: Step[] = [
    {
      label: "Say who holds the data",
      words: "Every form shows it, and none is published without.",
      to: `${base}/settings/privacy`,
      done: workspace.privacySettings.controller !== "",
    },
    {
      label: "Publish a page",
      words: "Start from a template, change the words.",
      to: `${base}/pages/new`,
      done: live.length > 0,
    },
    {
      label: "Get the first lead",
      words: "Fill in your own form to see the whole way.",
      to: `${base}/pages`,
      done: inbox.leads > 0,
    },
    {
      label: "Name a sender",
      words: "Who your mails come from, with a postal address.",
      to: `${base}/settings/senders`,
      done: senders.length > 0,
    },
    {
      label: "Write to your leads",
      words: "Nobody gets it who did not agree.",
      to: `${base}/campaigns/new`,
      done: campaigns.some((campaign) => campaign.state === "sent"),
    },
  ];
  return {
    base,
    name: workspace.name,
    person: account.name,
    zone: workspace.timeZone,
    inbox,
    livePages: live.length,
    drafts: pages
      .filter((page) => page.state === "draft")
      .slice(0, 5)
      .map(({ id, title, updatedAt }) => ({
        id: publicId("page", id),
        title,
        updatedAt,
      })),
    running: campaigns
      .filter(({ state }) => isUnderWay(state))
      .map(({ id, name, state }) => ({
        id: publicId("campaign", id),
        name,
        state,
      })),
    unsent: campaigns
      .filter(({ state }) => state === "draft")
      .slice(0, 5)
      .map(({ id, name, updatedAt }) => ({
        id: publicId("campaign", id),
        name,
        updatedAt,
      })),
    steps: steps.every((step) => step.done) ? [] : steps,
  };
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

/** The way of a new workspace, until it has been walked. */
function NextSteps({ steps }: { steps: Data["steps"] }) {
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
    </Card>
  );
}

function Unfinished({ data }: { data: Data }) {
  const { base, drafts, unsent, zone } = data;
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

/** In one look: what came in, what runs, what needs me, and the next good step. */
export default function Home() {
  const data = useLoaderData<typeof loader>();
  const { base, inbox, running, livePages, steps } = data;
  return (
    <Stack gap={4}>
      <PageHeader title={data.name} lead={`Good to see you, ${data.person}.`} />
      {inbox.held > 0 && (
        <Notice tone="warn" title={`${inbox.held} submissions wait for you`}>
          They look doubtful and were kept aside. <Link to={`${base}/leads/quarantine`}>Look at them</Link>
        </Notice>
      )}
      <StatRow
        label="In one look"
        stats={[
          { label: "leads in the last 7 days", value: inbox.recent, to: `${base}/leads` },
          { label: "leads in all", value: inbox.leads, to: `${base}/leads` },
          { label: "pages live", value: livePages, to: `${base}/pages` },
          { label: "campaigns under way", value: running.length, to: `${base}/campaigns` },
        ]}
      />
      <Columns wideFirst={steps.length > 0}>
        {steps.length > 0 && <NextSteps steps={steps} />}
        {running.length > 0 && (
          <Card title="Running now">
            <ul className="matter-list">
              {running.map((campaign) => (
                <li key={campaign.id}>
                  <Link to={`${base}/campaigns/${campaign.id}`} prefetch="intent">
                    {campaign.name}
                  </Link>{" "}
                  <Badge tone="info">{stateWords[campaign.state]}</Badge>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Unfinished data={data} />
      </Columns>
    </Stack>
  );
}
