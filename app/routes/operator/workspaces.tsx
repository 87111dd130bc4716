import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { FilterBar, FilterSelect } from "~/components/ui/filter-bar";
import { Stack } from "~/components/ui/layout";
import { Pagination } from "~/components/ui/pagination";
import { SearchField } from "~/components/ui/search-field";
import { TimeText } from "~/components/ui/time-text";
import { listAllWorkspaces } from "~/domain/workspaces/list-workspaces.server";
import { type Standing, standingWords } from "~/domain/workspaces/standing";
import { requireOperator } from "~/server/session/require-member.server";

const atOnce = 50;
const standings = Object.keys(standingWords) as Standing[];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  const query = new URL(request.url).searchParams;
  const found = await listAllWorkspaces(context.deps, {
    after: query.get("cursor") ?? "",
    limit: atOnce + 1,
    q: query.get("q")?.trim() || undefined,
    standing: standings.find((each) => each === query.get("standing")),
  });
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
  const [query] = useSearchParams();
  const isFiltered = Boolean(query.get("q") || query.get("standing"));
  return (
    <Stack>
      {(workspaces.length > 0 || isFiltered) && (
        <FilterBar label="Search workspaces">
          <SearchField label="Search workspaces" placeholder="Name or address" />
          <FilterSelect
            name="standing"
            label="Standing"
            any="Any standing"
            options={standings.map((value) => ({ value, label: standingWords[value].label }))}
          />
        </FilterBar>
      )}
      {workspaces.length === 0 ? (
        <EmptyState plain title={isFiltered ? "No workspace matches" : "There is no workspace yet"}>
          {isFiltered ? "Try fewer letters, or any standing." : "Whoever signs up makes the first one."}
        </EmptyState>
      ) : (
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
      )}
      <Pagination nextCursor={nextCursor} label="Workspaces" />
    </Stack>
  );
}
