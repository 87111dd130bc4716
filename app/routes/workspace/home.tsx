import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ReportLines } from "~/components/reports/report-lines";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Columns, Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { StatRow } from "~/components/ui/stat-row";
import { getSitesOverview } from "~/domain/analytics/get-sites-overview.server";
import { isUnderWay, stateWords } from "~/domain/campaigns/campaign";
import { listCampaigns } from "~/domain/campaigns/list-campaigns.server";
import { summariseInbox } from "~/domain/leads/summarise-inbox.server";
import { listPages } from "~/domain/pages/list-pages.server";
import { daysLeft, daysLeftWords, isNear } from "~/domain/privacy/days-left";
import { findOpenRequests } from "~/domain/privacy/list-privacy-requests.server";
import { listSenders } from "~/domain/senders/list-senders.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId } from "~/lib/ids";
import { addDays, dayOf } from "~/lib/zoned-day";
import { requireMember } from "~/server/session/require-member.server";
import { NextSteps, type Step, Unfinished } from "./home-cards";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Home"} · Foyer` }];

/** What people who asked about their data wait for, and for how long at most. */
function requestsOf(
  { open, nextDueAt }: { open: number; nextDueAt: number | undefined },
  now: number,
  zone: string,
) {
  if (open === 0 || nextDueAt === undefined) return undefined;
  const days = daysLeft(nextDueAt, now, zone);
  const late = nextDueAt < now;
  return {
    late,
    near: isNear(days),
    title: open === 1 ? "One request about data is open" : `${open} requests about data are open`,
    words:
      late || days === 0
        ? `${open === 1 ? "It" : "The first"} is ${daysLeftWords(days, late)}.`
        : `${daysLeftWords(days, late)} to answer ${open === 1 ? "it" : "the first"}.`,
  };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { workspace, account, member } = await requireMember(request, context, params.workspace);
  const base = `/w/${workspace.slug}`;
  const today = dayOf(deps.clock.now(), workspace.timeZone);
  const [inbox, { pages }, { rows: campaigns }, { rows: senders }, recent, requests] = await Promise.all([
    summariseInbox(deps, workspace.id),
    listPages(deps, workspace.id, { limit: 200 }),
    listCampaigns(deps, workspace.id, { limit: 50 }),
    listSenders(deps, workspace.id),
    getSitesOverview(deps, workspace.id, { from: addDays(today, -13), to: today }),
    findOpenRequests(deps, workspace.id),
  ]);
  const mayWrite = mayDo(member.role, "campaign:edit");
  const open = mayWrite ? campaigns : [];
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
    recent:
      recent.pages.length > 0 ? { points: recent.points, totals: recent.totals, unit: recent.unit } : null,
    requests: requestsOf(requests, deps.clock.now(), workspace.timeZone),
    livePages: live.length,
    archive:
      mayDo(member.role, "workspace:manage") && pages.length + inbox.leads + campaigns.length === 0
        ? `${base}/settings/import`
        : undefined,
    mayWrite,
    drafts: pages
      .filter((page) => page.state === "draft")
      .slice(0, 5)
      .map(({ id, title, updatedAt }) => ({
        id: publicId("page", id),
        title,
        updatedAt,
      })),
    running: open
      .filter(({ state }) => isUnderWay(state))
      .map(({ id, name, state }) => ({
        id: publicId("campaign", id),
        name,
        state,
      })),
    unsent: open
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

/** In one look: what came in, what runs, what needs me, and the next good step. */
export default function Home() {
  const data = useLoaderData<typeof loader>();
  const { base, inbox, running, livePages, steps } = data;
  return (
    <Stack gap={4}>
      <PageHeader
        title={data.name}
        lead={data.person ? `Good to see you, ${data.person}.` : "Good to see you."}
      />
      {inbox.held > 0 && (
        <Notice
          tone="warn"
          title={inbox.held === 1 ? "One submission waits for you" : `${inbox.held} submissions wait for you`}
        >
          What looks doubtful is kept aside. <Link to={`${base}/leads/quarantine`}>Look at them</Link>
        </Notice>
      )}
      {data.requests && (
        <Notice
          tone={data.requests.late ? "bad" : data.requests.near ? "warn" : "info"}
          title={data.requests.title}
        >
          {data.requests.words} <Link to={`${base}/leads/requests`}>Answer</Link>
        </Notice>
      )}
      <StatRow
        label="In one look"
        stats={[
          {
            label: inbox.recent === 1 ? "lead in the last 7 days" : "leads in the last 7 days",
            value: inbox.recent,
            to: `${base}/leads`,
          },
          {
            label: inbox.leads === 1 ? "lead in all" : "leads in all",
            value: inbox.leads,
            to: `${base}/leads`,
          },
          { label: livePages === 1 ? "page live" : "pages live", value: livePages, to: `${base}/pages` },
          ...(data.mayWrite
            ? [
                {
                  label: running.length === 1 ? "campaign under way" : "campaigns under way",
                  value: running.length,
                  to: `${base}/campaigns`,
                },
              ]
            : []),
        ]}
      />
      {data.recent && <ReportLines {...data.recent} zone={data.zone} />}
      <Columns wideFirst={steps.length > 0}>
        {steps.length > 0 && <NextSteps steps={steps} archive={data.archive} />}
        {running.length > 0 && (
          <Card title="Running now">
            <ul className="matter-list">
              {running.map((campaign) => (
                <li key={campaign.id}>
                  <Link to={`${base}/campaigns/${campaign.id}`} prefetch="intent">
                    {campaign.name}
                  </Link>{" "}
                  <Badge tone={campaign.state === "paused" ? "warn" : "info"}>
                    {stateWords[campaign.state]}
                  </Badge>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Unfinished {...data} />
      </Columns>
    </Stack>
  );
}
