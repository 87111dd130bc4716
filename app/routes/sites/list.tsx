import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { listSites } from "~/domain/sites/find-site.server";
import { listSiteDomains } from "~/domain/sites/list-site-domains.server";
import { siteHostName } from "~/domain/sites/site-address";
import { isServed } from "~/domain/sites/site-domain";
import { publicId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Sites · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  const [sites, domains] = await Promise.all([
    listSites(deps, workspace.id),
    listSiteDomains(deps, workspace.id),
  ]);
  return {
    base: `/w/${workspace.slug}/settings/sites`,
    sites: sites.map((site) => {
      const own = domains.filter(({ siteId }) => siteId === site.id);
      return {
        id: publicId("site", site.id),
        name: site.name,
        host: siteHostName(deps.urls, site) ?? "",
        language: site.language,
        searchable: site.searchable,
        served: own.filter(isServed).length,
        waiting: own.filter((domain) => !isServed(domain)).length,
        failing: own.filter(({ state }) => state === "failing").map(({ domain }) => domain),
      };
    }),
  };
}

type SiteRow = ReturnType<typeof useLoaderData<typeof loader>>["sites"][number];

function DomainCounts({ site }: { site: SiteRow }) {
  if (site.served + site.waiting === 0) return <span className="soft">None</span>;
  return (
    <Row>
      {site.served > 0 && (
        <Badge tone={site.failing.length > 0 ? "warn" : "good"}>
          {site.failing.length > 0 ? "Needs its record" : `${site.served} verified`}
        </Badge>
      )}
      {site.waiting > 0 && <Badge>{site.waiting} not served</Badge>}
    </Row>
  );
}

export default function Sites() {
  const { base, sites } = useLoaderData<typeof loader>();
  const newSite = (
    <LinkButton tone="primary" to={`${base}/new`} icon={<Plus className="icon" aria-hidden="true" />}>
      New site
    </LinkButton>
  );
  if (sites.length === 0) {
    return (
      <EmptyState title="Pages need an address" action={newSite}>
        A site is a host name with the pages below it. It begins with an address of ours and can have domains
        of your own.
      </EmptyState>
    );
  }
  const failing = sites.flatMap((site) => site.failing);
  return (
    <Stack gap={6}>
      {failing.length > 0 && (
        <Notice tone="warn" title={`${failing.join(", ")} will go offline`}>
          The DNS record that proves the domain is gone. Put it back within three days.
        </Notice>
      )}
      <Row apart>
        <p className="soft">Host names with the pages below them.</p>
        {newSite}
      </Row>
      <DataTable
        caption="Sites"
        rows={sites}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `${base}/${id}`}
        columns={[
          { key: "name", header: "Name", primary: true, cell: (site) => site.name },
          {
            key: "host",
            header: "Address",
            cell: (site) => site.host || <Badge tone="warn">None yet</Badge>,
          },
          { key: "domains", header: "Own domains", cell: (site) => <DomainCounts site={site} /> },
          {
            key: "search",
            header: "Search engines",
            wideOnly: true,
            cell: (site) => (site.searchable ? "May list it" : <Badge tone="info">Kept out</Badge>),
          },
          { key: "language", header: "Language", wideOnly: true, cell: (site) => site.language },
        ]}
      />
    </Stack>
  );
}
