import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { DataTable } from "~/components/ui/data-table";
import { Stack } from "~/components/ui/layout";
import { Pagination } from "~/components/ui/pagination";
import { TimeText } from "~/components/ui/time-text";
import { listAllWorkspaces } from "~/domain/workspaces/list-workspaces.server";
import { standingWords } from "~/domain/workspaces/standing";
import { requireOperator } from "~/server/session/require-member.server";

const atOnce = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  const after = new URL(request.url).searchParams.get("cursor") ?? "";
  const found = await listAllWorkspaces(context.deps, { after, limit: atOnce + 1 });
  const shown = found.slice(0, atOnce);
  return {
    workspaces: shown.map(({ id, slug, name, standing, createdAt }) => ({
      id,
      slug,
      name,
      standing,
      createdAt,
    })),
    nextCursor: found.length > atOnce ? shown.at(-1)?.id : undefined,
  };
}

const tones = { good: "good", paused: "warn", suspended: "bad", closing: "neutral" } as const;

export default function OperatorWorkspaces() {
  const { workspaces, nextCursor } = useLoaderData<typeof loader>();
  return (
    <Stack>
      <DataTable
        caption="Workspaces"
        rows={workspaces}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/operator/workspaces/${id}`}
        columns={[
          { key: "name", header: "Name", primary: true, cell: (row) => row.name },
          { key: "slug", header: "Address", breaks: true, cell: (row) => row.slug },
          {
            key: "standing",
            header: "Standing",
            cell: (row) => <Badge tone={tones[row.standing]}>{standingWords[row.standing].label}</Badge>,
          },
          { key: "since", header: "Since", cell: (row) => <TimeText at={row.createdAt} show="date" /> },
        ]}
      />
      <Pagination nextCursor={nextCursor} label="Workspaces" />
    </Stack>
  );
}
