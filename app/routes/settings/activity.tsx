import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/ui/data-table";
import { Stack } from "~/components/ui/layout";
import { Pagination } from "~/components/ui/pagination";
import { TimeText } from "~/components/ui/time-text";
import { listAudit } from "~/domain/audit/list-audit.server";
import { listApiKeys } from "~/domain/developer/list-api-keys.server";
import { listMembers } from "~/domain/workspaces/list-members.server";
import { isId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";
import { shownActivity } from "./shown-activity";

export const meta: MetaFunction = () => [{ title: "Activity · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "workspace:manage");
  const { deps } = context;
  const given = new URL(request.url).searchParams.get("cursor") ?? "";
  const cursor = isId(given) ? given : undefined;
  const [{ rows, nextCursor }, { members }, keys] = await Promise.all([
    listAudit(deps, workspace.id, { cursor, limit: 50 }),
    listMembers(deps, workspace.id),
    listApiKeys(deps, workspace.id),
  ]);
  const names = new Map([
    ...members.map(({ accountId, name, email }) => [accountId, name || email] as const),
    ...keys.map(({ id, name }) => [id, `API key “${name}”`] as const),
  ]);
  return {
    timeZone: workspace.timeZone,
    nextCursor,
    entries: shownActivity(rows, names, `/w/${workspace.slug}`),
  };
}

export default function Activity() {
  const { entries, nextCursor, timeZone } = useLoaderData<typeof loader>();
  return (
    <Stack gap={4}>
      <p className="soft">
        Who did what, or was refused it, newest first. Entries are sealed and never changed; the API and every
        export hold them all.
      </p>
      <DataTable
        caption="Who did what, newest first"
        rows={entries}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "what",
            header: "What",
            primary: true,
            cell: ({ what, to }) => (to ? <Link to={to}>{what}</Link> : what),
          },
          { key: "who", header: "Who", breaks: true, cell: ({ who }) => who },
          { key: "detail", header: "In detail", breaks: true, wideOnly: true, cell: ({ detail }) => detail },
          { key: "at", header: "When", cell: ({ at }) => <TimeText at={at} zone={timeZone} show="second" /> },
        ]}
      />
      <Pagination nextCursor={nextCursor} label="Activity" />
    </Stack>
  );
}
