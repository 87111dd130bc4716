import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { Row, Stack } from "~/components/ui/layout";
import { Tabs } from "~/components/ui/tabs";

interface Props {
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
        <a href={site.url} target="_blank" rel="noreferrer">
          {site.host}
        </a>
      </Row>
      <Tabs
        label={`Settings of ${site.name}`}
        tabs={[
          { to: at, label: "Site", end: true },
          { to: `${at}/domains`, label: "Domains" },
          { to: `${at}/redirects`, label: "Redirects" },
        ]}
      />
    </Stack>
  );
}
