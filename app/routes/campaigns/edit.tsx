import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { checkCampaign } from "~/domain/campaigns/check-campaign.server";
import { forecastDelivery } from "~/domain/campaigns/forecast-delivery.server";
import { getCampaignDocument } from "~/domain/campaigns/get-campaign.server";
import { mailSource } from "~/domain/campaigns/mail-source";
import { startDelivery } from "~/domain/campaigns/start-delivery.server";
import { updateCampaign } from "~/domain/campaigns/update-campaign.server";
import { listTopics } from "~/domain/consent/list-topics.server";
import { DomainError } from "~/domain/domain-error";
import { listLeads } from "~/domain/segments/list-leads.server";
import { listSegments } from "~/domain/segments/list-segments.server";
import { listSenders } from "~/domain/senders/list-senders.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId } from "~/lib/ids";
import { instantOf, wallTimeOf } from "~/lib/wall-time";
import { answerForm } from "~/server/session/answer-form.server";
import { campaignPath, requireCampaign } from "./campaign-request.server";
import campaignsCss from "./campaigns.css?url";
import { EditActions, TestRefused } from "./edit-actions";
import { EditPanels } from "./edit-panels";
import { SendDialog } from "./send-dialog";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.campaign.name ?? "Campaign"} · Foyer` },
];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: campaignsCss }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { member, account, workspace, workspaceId, campaignId } = await requireCampaign(args);
  const { campaign, findings } = await checkCampaign(deps, { workspaceId, campaignId });
  if (campaign.state !== "draft") throw redirect(campaignPath(workspace.slug, campaignId));
  const wantsToSend = new URL(args.request.url).searchParams.has("send");
  const [document, senders, segments, topics, leads, forecast] = await Promise.all([
    getCampaignDocument(deps, workspaceId, campaignId),
    listSenders(deps, workspaceId),
    listSegments(deps, workspaceId),
    listTopics(deps, workspaceId),
    listLeads(deps, workspaceId, { limit: 10, withAddress: true }),
    wantsToSend ? forecastDelivery(deps, { workspaceId, campaignId }) : undefined,
  ]);
  const { name, subject, preheader, senderId, topicId, segmentId, revision } = campaign;
  return {
    base: `/w/${workspace.slug}`,
    at: campaignPath(workspace.slug, campaignId),
    zone: workspace.timeZone,
    earliest: wallTimeOf(deps.clock.now(), workspace.timeZone),
    ownAddress: account.email,
    hasOutbox: deps.transport.name === "outbox",
    maySend: mayDo(member.role, "campaign:send"),
    campaign: { name, subject, preheader, senderId, topicId, segmentId, revision },
    html: mailSource(document),
    findings,
    forecast,
    senders: senders.rows.map(({ id, fromName, fromEmail, state }) => ({
      value: id,
      label: `${fromName} <${fromEmail}>${state === "unverified" ? ", not verified" : ""}`,
    })),
    segments: segments.map(({ id, name: label }) => ({ value: id, label })),
    topics: topics.map(({ id, name: label }) => ({ value: id, label })),
    leads: leads.rows.map(({ id, name: who, email }) => ({
      value: publicId("lead", id),
      label: who ? `${who}, ${email}` : email,
    })),
  };
}

/** A time that has passed is a slip of the hand, never a wish to send at once. */
function timeGiven(wallTime: string, zone: string, now: number): number {
  const at = instantOf(wallTime, zone);
  const wrong =
    at === undefined ? "Enter a date and a time." : `This has passed in ${zone}. Choose a time to come.`;
  if (at !== undefined && at > now) return at;
  throw new DomainError("invalid", "time_invalid", "Nothing was sent. Say when it should leave.", {
    fields: { at: wrong },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const form = await args.request.formData();
  const isSend = form.get("act") === "send";
  const { member, workspace, workspaceId, campaignId } = await requireCampaign(
    args,
    isSend ? "campaign:send" : "campaign:edit",
  );
  const text = (name: string) => String(form.get(name) ?? "");
  if (isSend) {
    return answerForm(form, async () => {
      const at =
        text("when") === "later" ? timeGiven(text("at"), workspace.timeZone, deps.clock.now()) : undefined;
      await startDelivery(deps, member, { workspaceId, campaignId, at });
      return redirect(campaignPath(workspace.slug, campaignId));
    });
  }
  return answerForm(form, async () => {
    const { revision, removed } = await updateCampaign(deps, member, {
      workspaceId,
      campaignId,
      revision: Number(text("revision")),
      name: text("name"),
      subject: text("subject"),
      preheader: text("preheader"),
      senderId: text("senderId"),
      topicId: text("topicId"),
      segmentId: text("segmentId"),
      ...(form.has("html") ? { html: text("html") } : {}),
    });
    return { saved: true as const, revision, removed };
  });
}

export default function EditCampaign() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const { at, base, campaign, earliest, findings, forecast, hasOutbox, maySend, ownAddress, zone } = loaded;
  const close = () => navigate(".", { replace: true, preventScrollReset: true });
  return (
    <Stack gap={6}>
      <PageHeader
        title={campaign.name}
        back={{ to: `${base}/campaigns`, label: "Campaigns" }}
        actions={<EditActions at={at} ownAddress={ownAddress} maySend={maySend} />}
      />
      <TestRefused at={at} />
      {query.has("tested") && (
        <Notice
          tone="good"
          live="polite"
          title={hasOutbox ? "The test is in the outbox" : "The test is on its way"}
        >
          {hasOutbox ? (
            <>
              No mail server is set up here, so it does not leave. <Link to={`${base}/outbox`}>Read it</Link>
            </>
          ) : (
            `It goes to ${ownAddress} only.`
          )}
        </Notice>
      )}
      <EditPanels {...loaded} answer={answer} />
      {forecast && (
        <SendDialog
          forecast={forecast}
          findings={findings}
          zone={zone}
          earliest={earliest}
          onClose={close}
          state={answer && "message" in answer ? answer : undefined}
        />
      )}
    </Stack>
  );
}
