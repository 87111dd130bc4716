import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Badge, type Tone } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { TimeText } from "~/components/ui/time-text";
import type { CampaignState } from "~/domain/campaigns/campaign";
import type { PageState } from "~/domain/pages/page";

interface PlaceProps {
  base: string;
  timeZone: string;
}

interface Props {
  title: string;
  all: { to: string; label: string };
  empty: string;
  rows: readonly { key: string; to: string; name: string; state: ReactNode; at: number }[];
  timeZone: string;
}

function RecentList({ title, all, empty, rows, timeZone }: Props) {
  return (
    <Card title={title} aside={<Link to={all.to}>{all.label}</Link>}>
      {rows.length === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <ul className="stack">
          {rows.map((row) => (
            <li key={row.key} className="row row-apart">
              <div>
                <Link to={row.to}>{row.name}</Link>
                <div className="soft">
                  <TimeText at={row.at} zone={timeZone} />
                </div>
              </div>
              {row.state}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const pageStates: Record<PageState, { tone: Tone; word: string }> = {
  draft: { tone: "neutral", word: "Draft" },
  live: { tone: "good", word: "Live" },
  changed: { tone: "info", word: "Changed since publishing" },
  removed: { tone: "bad", word: "Removed" },
};

interface PageRow {
  id: string;
  title: string;
  path: string;
  state: PageState;
  updatedAt: number;
}

export function RecentPages({ base, pages, timeZone }: PlaceProps & { pages: readonly PageRow[] }) {
  return (
    <RecentList
      title="Pages"
      all={{ to: `${base}/pages`, label: "All pages" }}
      empty="No page yet. A template is ready in a few minutes."
      timeZone={timeZone}
      rows={pages.map((page) => ({
        key: page.id,
        to: `${base}/pages/${page.id}`,
        name: page.title || page.path,
        at: page.updatedAt,
        state: <Badge tone={pageStates[page.state].tone}>{pageStates[page.state].word}</Badge>,
      }))}
    />
  );
}

const campaignTones: Partial<Record<CampaignState, Tone>> = {
  sent: "good",
  sending: "info",
  scheduled: "info",
};

interface CampaignRow {
  id: string;
  name: string;
  state: CampaignState;
  createdAt: number;
}

export function RecentCampaigns({
  base,
  campaigns,
  timeZone,
}: PlaceProps & { campaigns: readonly CampaignRow[] }) {
  return (
    <RecentList
      title="Campaigns"
      all={{ to: `${base}/campaigns`, label: "All campaigns" }}
      empty="Nothing written yet. A campaign goes only to people who agreed to get it."
      timeZone={timeZone}
      rows={campaigns.map((campaign) => ({
        key: campaign.id,
        to: `${base}/campaigns/${campaign.id}`,
        name: campaign.name,
        at: campaign.createdAt,
        state: (
          <Badge tone={campaignTones[campaign.state] ?? "neutral"}>
            {campaign.state.charAt(0).toUpperCase() + campaign.state.slice(1)}
          </Badge>
        ),
      }))}
    />
  );
}
