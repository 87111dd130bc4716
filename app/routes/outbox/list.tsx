import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Stack } from "~/components/ui/layout";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { TimeText } from "~/components/ui/time-text";
import { listWorkspaceOutbox } from "~/domain/mail/workspace-outbox.server";
import { isId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Outbox · Foyer" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "campaign:edit");
  const cursor = new URL(request.url).searchParams.get("cursor") ?? "";
  const { rows, nextCursor } = await listWorkspaceOutbox(context.deps, workspace.id, {
    cursor: isId(cursor) ? cursor : undefined,
    limit: 50,
  });
  return {
    base: `/w/${workspace.slug}`,
    zone: workspace.timeZone,
    inUse: context.deps.transport.name === "outbox",
    nextCursor,
    messages: rows.map(({ id, audience, subject, to_address: to, created_at: at }) => ({
      id,
      audience,
      subject,
      to,
      at,
    })),
  };
}

export default function Outbox() {
  const { base, messages, nextCursor, zone, inUse } = useLoaderData<typeof loader>();
  return (
    <Stack gap={4}>
      <PageHeader
        title="Outbox"
        lead={
          inUse
            ? "No mail server is set up, so messages are kept here instead of being sent."
            : "Messages from the time before a mail server was set up."
        }
        back={{ to: `${base}/campaigns`, label: "Campaigns" }}
      />
      {messages.length === 0 ? (
        <EmptyState title="Nothing has been sent yet">
          Campaigns and tests appear here as they would arrive.
        </EmptyState>
      ) : (
        <DataTable
          caption="Messages, newest first"
          rows={messages}
          rowKey={(message) => message.id}
          rowTo={(message) => `${base}/outbox/${message.id}`}
          columns={[
            { key: "subject", header: "Subject", primary: true, cell: (message) => message.subject },
            { key: "to", header: "To", breaks: true, cell: (message) => message.to },
            {
              key: "kind",
              header: "Kind",
              cell: ({ audience }) => <Badge>{audience === "test" ? "Test" : "Campaign"}</Badge>,
            },
            { key: "at", header: "When", cell: ({ at }) => <TimeText at={at} zone={zone} show="second" /> },
          ]}
        />
      )}
      <Pagination label="messages" nextCursor={nextCursor} />
    </Stack>
  );
}
