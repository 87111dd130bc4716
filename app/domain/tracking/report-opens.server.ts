import type { Deps } from "../deps";
import type { OpenKind } from "./open-kind";
import { countClicksByLink, countOpensByHour } from "./open-queries.server";

export interface OpenReport {
  /** For each hour since the start: opens by kind. */
  opens: Record<OpenKind, number[]>;
  clicks: Record<OpenKind, number[]>;
  /** Clicks of people by number of the link. */
  links: { link: number; people: number; machines: number }[];
}

/** What happened in the hours after a campaign was started. */
export async function reportOpens(
  deps: Pick<Deps, "reader">,
  {
    workspaceId,
    campaignId,
    from,
    hours,
  }: { workspaceId: string; campaignId: string; from: number; hours: number },
): Promise<OpenReport> {
  const byHour = async (table: "opens" | "clicks") => {
    const series = { human: zeros(hours), machine: zeros(hours), unknown: zeros(hours) };
    for (const row of await countOpensByHour(deps.reader, table, workspaceId, campaignId, { from, hours })) {
      series[row.kind][row.hour] = row.count;
    }
    return series;
  };
  const links = new Map<number, { link: number; people: number; machines: number }>();
  for (const { link, kind, count } of await countClicksByLink(deps.reader, workspaceId, campaignId)) {
    const one = links.get(link) ?? { link, people: 0, machines: 0 };
    if (kind === "machine") one.machines += count;
    else one.people += count;
    links.set(link, one);
  }
  return { opens: await byHour("opens"), clicks: await byHour("clicks"), links: [...links.values()] };
}

const zeros = (length: number) => Array.from({ length }, () => 0);
