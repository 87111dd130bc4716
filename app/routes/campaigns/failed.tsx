import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Stack } from "~/components/ui/layout";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { Sure } from "~/components/ui/sure";
import { wordsOfReason } from "~/domain/campaigns/delivery";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { listFailed } from "~/domain/campaigns/list-failed.server";
import { mayDo } from "~/domain/workspaces/permission";
import { isId, publicId } from "~/lib/ids";
import { campaignPath, requireCampaign } from "./campaign-request.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Not handed over · ${data?.name ?? "Campaign"} · Foyer` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { member, workspace, workspaceId, campaignId } = await requireCampaign(args);
  const { name, state } = await getCampaign(deps, workspaceId, campaignId);
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? "";
  const { rows, nextCursor } = await listFailed(deps, workspaceId, campaignId, {
    ...(isId(cursor) ? { cursor } : {}),
    limit: 100,
  });
  const mayRetry = mayDo(member.role, "campaign:send") && (state === "sent" || state === "sending");
  return {
    at: campaignPath(workspace.slug, campaignId),
    leads: `/w/${workspace.slug}/leads`,
    name,
    nextCursor,
    mayRetry: mayRetry && rows.length > 0,
    rows: rows.map(({ id, leadId, email, reason, detail }) => ({
      id,
      lead: leadId && publicId("lead", leadId),
      email: email || "Erased meanwhile",
      why: wordsOfReason(reason).label,
      detail,
    })),
  };
}

export default function Failed() {
  const { at, leads, name, nextCursor, mayRetry, rows } = useLoaderData<typeof loader>();
  return (
    <Stack gap={4}>
      <PageHeader
        back={{ to: at, label: name }}
        title="Not handed over"
        actions={
          mayRetry && (
            <Sure
              label="Try them again"
              words="None of them got it. Whose address is gone is left out; the others are tried once more, at once."
            >
              <Form method="post" action={`${at}/act`}>
                <input type="hidden" name="act" value="retry" />
                <Button type="submit" tone="primary" small>
                  Try again
                </Button>
              </Form>
            </Sure>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState plain title="Everybody was handed over">
          The mail server refused no message of this campaign.
        </EmptyState>
      ) : (
        <DataTable
          caption="Whom the mail server refused"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "email",
              header: "Address",
              primary: true,
              breaks: true,
              cell: ({ lead, email }) => (lead ? <Link to={`${leads}/${lead}`}>{email}</Link> : email),
            },
            { key: "why", header: "Why", cell: ({ why }) => why },
            { key: "detail", header: "What was said", breaks: true, cell: ({ detail }) => detail },
          ]}
        />
      )}
      <Pagination label="refused messages" nextCursor={nextCursor} />
    </Stack>
  );
}
