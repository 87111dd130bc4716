import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { Row, Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { Tabs } from "~/components/ui/tabs";

interface Props {
  /** Without a host where the site has no address yet. */
  site: { name: string; host: string; url: string };
  /** Address of the site's settings. */
  at: string;
}

/** Which site one is at, and its parts. */
export function SiteHead({ site, at }: Props) {
  return (
    <Stack gap={2}>
      <Link className="page-back" to={at.replace(/\/[^/]+$/, "")} prefetch="intent">
        <ArrowLeft className="icon flip" aria-hidden="true" />
        Sites
      </Link>
      <Row apart>
        <h2 className="card-title">{site.name}</h2>
        {site.host && (
          <a href={site.url} target="_blank" rel="noreferrer">
            {site.host}
          </a>
        )}
      </Row>
      <Tabs
        label={`Settings of ${site.name}`}
        tabs={[
          { to: at, label: "Site", end: true },
          { to: `${at}/domains`, label: "Domains" },
          { to: `${at}/redirects`, label: "Redirects" },
        ]}
      />
      {!site.host && (
        <Notice tone="warn" title="The site has no address here yet">
          It came with an archive, and its address may be another site's here. Save an address on the tab
          “Site”; its pages can be published then.
        </Notice>
      )}
    </Stack>
  );
}
