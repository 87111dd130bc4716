import { type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useRevalidator, useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { BarList } from "~/components/charts/bar-list";
import { Funnel } from "~/components/charts/funnel";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatCount } from "~/components/ui/count";
import { Columns, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { Progress } from "~/components/ui/progress";
import { StatRow } from "~/components/ui/stat-row";
import { Sure } from "~/components/ui/sure";
import { isUnderWay } from "~/domain/campaigns/campaign";
import { findPause } from "~/domain/campaigns/find-pause.server";
import { listUndecided } from "~/domain/campaigns/list-undecided.server";
import { reportCampaign } from "~/domain/campaigns/report-campaign.server";
import { findMailTrouble } from "~/domain/mail/watch-transport.server";
import { mayDo } from "~/domain/workspaces/permission";
import { CampaignLead } from "./campaign-lead";
import { campaignPath, requireCampaign } from "./campaign-request.server";
import campaignsCss from "./campaigns.css?url";
import { DecideDialog } from "./decide-dialog";
import { FirstHours } from "./first-hours";
import { HeldBack, MailServerAway } from "./held-back";
import { LeftOut } from "./left-out";
import { hoursShown } from "./shown-hours";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Campaign"} · Foyer` },
];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: campaignsCss }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { member, workspace, workspaceId, campaignId } = await requireCampaign(args);
  const report = await reportCampaign(deps, { workspaceId, campaignId });
  const { campaign, counts, hours, links: followed } = report;
  const at = campaignPath(workspace.slug, campaignId);
  if (campaign.state === "draft") throw redirect(`${at}/edit`);
  const decides = new URL(args.request.url).searchParams.has("decide");
  return {
    at,
    base: `/w/${workspace.slug}/campaigns`,
    zone: workspace.timeZone,
    name: campaign.name,
    state: campaign.state,
    startedAt: campaign.startedAt ?? campaign.createdAt,
    sendAt: campaign.sendAt,
    finishedAt: campaign.finishedAt,
    audience: report.segmentName || "everybody who may be written to",
    topic: report.topicName,
    maySend: mayDo(member.role, "campaign:send"),
    pause: await findPause(deps, workspaceId, campaign),
    trouble: campaign.state === "sending" ? await readTrouble(deps) : undefined,
    counts,
    hours: hoursShown(
      hours.opens,
      Math.max(campaign.sendAt ?? 0, campaign.startedAt ?? 0),
      workspace.timeZone,
    ),
    followed,
    undecided: decides ? await listUndecided(deps, workspaceId, campaignId) : undefined,
  };
}

/** Addresses of the machine are for its operator. */
async function readTrouble(deps: Parameters<typeof findMailTrouble>[0]) {
  const trouble = await findMailTrouble(deps);
  return trouble && { since: trouble.since, cause: trouble.cause };
}

const refreshMs = 1000;
const listensMs = 5000;

/** Figures move by themselves: each second while messages leave, more slowly while opens come in. */
function useFreshFigures(isRunning: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(
      () => document.visibilityState === "visible" && revalidate(),
      isRunning ? refreshMs : listensMs,
    );
    return () => clearTimeout(timer);
  });
}

export default function CampaignReport() {
  const loaded = useLoaderData<typeof loader>();
  const { at, base, name, state, counts, hours, followed, maySend, undecided, pause, trouble, zone } = loaded;
  const [query] = useSearchParams();
  const refused = useActionData<{ message?: string }>();
  const { states, marks, candidates } = counts;
  const running = isUnderWay(state);
  useFreshFigures(running || query.has("decide"));
  const handled = candidates - states.prepared - states.sending;
  const act = (value: string, label: string, danger?: boolean) => (
    <Form method="post" action={`${at}/act`}>
      <input type="hidden" name="act" value={value} />
      <Button type="submit" tone={danger ? "danger" : "secondary"} small={danger}>
        {label}
      </Button>
    </Form>
  );
  const waiting = states.prepared;
  return (
    <Stack gap={6}>
      <PageHeader
        title={name}
        lead={<CampaignLead {...loaded} />}
        back={{ to: base, label: "Campaigns" }}
        actions={
          <>
            {act("copy", "Copy")}
            {maySend && (state === "sending" || state === "scheduled") && act("pause", "Pause")}
            {maySend && pause && !pause.holds && act("resume", "Go on sending")}
            {maySend && running && (
              <Sure
                label="Stop sending"
                words={`${waiting === 1 ? "One person has" : `${formatCount(waiting)} people have`} not got it yet and will not get it. It cannot go on afterwards.`}
              >
                {act("stop", "Stop for good", true)}
              </Sure>
            )}
          </>
        }
      />
      {refused?.message && <Notice tone="bad">{refused.message}</Notice>}
      {pause && <HeldBack {...pause} waiting={waiting} />}
      {trouble && waiting > 0 && <MailServerAway trouble={trouble} waiting={waiting} zone={zone} />}
      <StatRow
        label="The campaign in figures"
        stats={[
          { label: "candidates", value: candidates },
          { label: "sent", value: states.sent, detail: share(states.sent, candidates) },
          {
            label: "opened by people",
            value: marks.openedHuman,
            detail: share(marks.openedHuman, states.sent),
          },
          { label: "clicked", value: marks.clicked, detail: share(marks.clicked, states.sent) },
          {
            label: "unsubscribed",
            value: marks.unsubscribed,
            detail: share(marks.unsubscribed, states.sent),
          },
        ]}
      />
      {running && (
        <Card>
          <Progress
            label={pause ? "Held back" : state === "preparing" ? "Freezing the audience" : "Sending"}
            done={handled}
            total={state === "preparing" ? undefined : candidates}
            noun="people"
            detail={`${states.prepared} waiting, ${states.sending} on their way, ${states.failed} failed`}
          />
        </Card>
      )}
      {counts.undecided > 0 && (
        <Notice
          tone="warn"
          title={`${counts.undecided} ${counts.undecided === 1 ? "delivery has" : "deliveries have"} an unknown outcome.`}
          action={
            maySend && (
              <LinkButton small to="?decide" preventScrollReset>
                Decide
              </LinkButton>
            )
          }
        >
          The connection broke between hand-over and answer. They were not repeated.
        </Notice>
      )}
      <Columns wideFirst>
        <FirstHours hours={hours} />
        <Funnel
          title="From mail to click"
          steps={[
            { label: "Sent", value: states.sent },
            { label: "Opened", value: marks.openedHuman },
            { label: "Clicked", value: marks.clicked },
            { label: "Unsubscribed", value: marks.unsubscribed, aside: true },
          ]}
        />
      </Columns>
      {states.excluded > 0 && (
        <Card title="Left out, and why">
          <LeftOut reasons={counts.excluded} />
        </Card>
      )}
      {states.failed > 0 && (
        <Card title="Not handed over, and why" aside={<Link to={`${at}/failed`}>Show who</Link>}>
          <LeftOut reasons={counts.failed} />
        </Card>
      )}
      {followed.length > 0 && (
        <BarList
          title="Links"
          of="Link"
          counted="Clicks"
          bars={followed.map(({ target, people, machines }) => ({
            label: target,
            value: people,
            ...(machines > 0 ? { detail: `${machines} by machines` } : {}),
          }))}
        />
      )}
      {undecided && <DecideDialog at={at} rows={undecided} total={counts.undecided} />}
    </Stack>
  );
}

const share = (part: number, whole: number): string | undefined =>
  whole > 0 ? `${Math.round((part / whole) * 1000) / 10} %` : undefined;
