import type { Deps } from "../deps";
import type { LeadSource } from "../leads/lead";
import type { PageReport, Share } from "./figures";
import { countLeadsBySource, countVisitsBy } from "./share-queries.server";

const shown = 20;
const direct = "Direct or unknown";

function collect() {
  const shares = new Map<string, Share>();
  return {
    add(name: string, part: Partial<Share>) {
      const share = shares.get(name) ?? { name, views: 0, visitors: 0, leads: 0 };
      share.views += Number(part.views ?? 0);
      share.visitors += Number(part.visitors ?? 0);
      share.leads += part.leads ?? 0;
      shares.set(name, share);
    },
    largest: () =>
      [...shares.values()].sort((a, b) => b.visitors - a.visitors || b.leads - a.leads).slice(0, shown),
  };
}

const sourceName = (utm: string | undefined, host: string | undefined) =>
  utm || host?.replace(/^www\./, "") || direct;

/** Where visitors and leads of a page came from, and with what. */
export async function readShares(
  deps: Pick<Deps, "reader">,
  workspaceId: string,
  pageId: string,
  span: { from: number; to: number },
): Promise<Pick<PageReport, "sources" | "campaigns" | "devices" | "browsers" | "systems">> {
  const by = (...parts: Parameters<typeof countVisitsBy>[3][number][]) =>
    countVisitsBy(deps.reader, workspaceId, pageId, parts, span);
  const [sources, campaigns, devices] = [collect(), collect(), collect()];
  const [browsers, systems] = [collect(), collect()];
  for (const row of await by("utm_source", "referrer_host"))
    sources.add(sourceName(row.utm_source, row.referrer_host), row);
  for (const row of await by("utm_campaign")) if (row.utm_campaign) campaigns.add(row.utm_campaign, row);
  for (const row of await by("device")) devices.add(row.device || "unknown", row);
  for (const row of await by("browser")) browsers.add(row.browser || "unknown", row);
  for (const row of await by("os")) systems.add(row.os || "unknown", row);
  for (const { source, leads } of await countLeadsBySource(deps.reader, workspaceId, pageId, span)) {
    const { utm_source, utm_campaign, referrer } = JSON.parse(source) as LeadSource;
    sources.add(sourceName(utm_source, referrer), { leads });
    if (utm_campaign) campaigns.add(utm_campaign, { leads });
  }
  return {
    sources: sources.largest(),
    campaigns: campaigns.largest(),
    devices: devices.largest(),
    browsers: browsers.largest(),
    systems: systems.largest(),
  };
}
