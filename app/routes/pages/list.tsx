import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Plus } from "lucide-react";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { FilterBar, FilterSelect } from "~/components/ui/filter-bar";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { SearchField } from "~/components/ui/search-field";
import { TimeText } from "~/components/ui/time-text";
import { UndoNotice } from "~/components/ui/undo-notice";
import { listPages } from "~/domain/pages/list-pages.server";
import { listSites } from "~/domain/sites/find-site.server";
import type { Site } from "~/domain/sites/site";
import { shownAddress } from "~/domain/sites/site-address";
import { mayDo } from "~/domain/workspaces/permission";
import { isId, publicId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";
import { PageMenu } from "./page-menu";
import { PageStateBadge } from "./page-state-badge";
import pagesCss from "./pages.css?url";

export const meta: MetaFunction = () => [{ title: "Pages · Foyer" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: pagesCss }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { workspace, member } = await requireMember(request, context, params.workspace, "page:edit");
  const query = new URL(request.url).searchParams;
  const removed = query.get("state") === "removed";
  const cursor = query.get("cursor") ?? "";
  const [listing, sites] = await Promise.all([
    listPages(deps, workspace.id, {
      q: query.get("q") ?? undefined,
      cursor: isId(cursor) ? cursor : undefined,
      removed,
    }),
    listSites(deps, workspace.id),
  ]);
  const byId = new Map(sites.map((site) => [site.id, site]));
  const addressOf = (site: Site | undefined, path: string) =>
    site ? shownAddress(deps.urls, site, path) : path;
  return {
    base: `/w/${workspace.slug}/pages`,
    zone: workspace.timeZone,
    mayPublish: mayDo(member.role, "page:publish"),
    removed,
    nextCursor: listing.nextCursor,
    pages: listing.pages.map((page) => ({
      id: publicId("page", page.id),
      title: page.title,
      state: page.state,
      updatedAt: page.updatedAt,
      url: addressOf(byId.get(page.siteId), page.path),
    })),
  };
}

export default function Pages() {
  const { base, pages, nextCursor, removed, zone, mayPublish } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const undo = query.get("undo");
  const isFiltered = query.has("q") || query.has("cursor") || removed;
  const newPage = (
    <LinkButton tone="primary" to="new" icon={<Plus className="icon" aria-hidden="true" />}>
      New page
    </LinkButton>
  );
  return (
    <Stack gap={4}>
      <PageHeader
        title="Pages"
        actions={
          <>
            <LinkButton to="sections">Saved sections</LinkButton>
            <LinkButton to="testimonials">Testimonials</LinkButton>
            {newPage}
          </>
        }
      />
      {undo && (
        <UndoNotice action={`${base}/${undo}/act`} fields={{ act: "restore" }}>
          The page is offline and removed. It can be restored for 30 days.
        </UndoNotice>
      )}
      {(pages.length > 0 || isFiltered) && (
        <FilterBar label="Search pages">
          <SearchField label="Search pages" placeholder="Title or address" />
          <FilterSelect
            name="state"
            label="State"
            any="All pages"
            options={[{ value: "removed", label: "Removed" }]}
          />
        </FilterBar>
      )}
      {pages.length === 0 && !isFiltered && (
        <EmptyState title="Your first page is a few minutes away" action={newPage}>
          Start from a finished template, change the words, publish. Forms on it collect leads at once.
        </EmptyState>
      )}
      {pages.length === 0 && isFiltered && (
        <EmptyState plain title={removed ? "Nothing was removed" : "No page matches"}>
          {removed ? "Removed pages wait here for 30 days." : "Try other words, or look at all pages."}
        </EmptyState>
      )}
      {pages.length > 0 && (
        <DataTable
          caption="Pages, newest first"
          rows={pages}
          rowKey={(page) => page.id}
          rowTo={(page) => `${base}/${page.id}`}
          columns={[
            { key: "title", header: "Title", primary: true, cell: (page) => page.title },
            { key: "state", header: "State", cell: (page) => <PageStateBadge state={page.state} /> },
            {
              key: "address",
              header: "Address",
              wideOnly: true,
              cell: (page) => <span className="page-address">{page.url.replace(/^https?:\/\//, "")}</span>,
            },
            {
              key: "saved",
              header: "Saved",
              cell: (page) => <TimeText at={page.updatedAt} zone={zone} />,
            },
          ]}
          actions={(page) => <PageMenu page={page} base={base} mayPublish={mayPublish} />}
        />
      )}
      <Pagination label="Pages" nextCursor={nextCursor} />
    </Stack>
  );
}
