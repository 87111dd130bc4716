import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { getPageReport } from "~/domain/analytics/get-page-report.server";
import { listCampaigns } from "~/domain/campaigns/list-campaigns.server";
import { reportCampaign } from "~/domain/campaigns/report-campaign.server";
import { listPages } from "~/domain/pages/list-pages.server";
import { findWorkspaceBySlug } from "~/domain/workspaces/find-workspace.server";
import { assembleServerDeps } from "~/server/assemble.server";
import { openTestInstance } from "~/testing/db/test-deps";
import { seedDemo } from "./seed";

async function seeded() {
  const instance = await openTestInstance();
  const deps = assembleServerDeps(instance.deps);
  await seedDemo(deps);
  const workspace = await findWorkspaceBySlug(deps, "demo");
  if (!workspace) throw new Error("No demo workspace");
  const { pages } = await listPages(deps, workspace.id, {});
  const span = { from: "2026-10-27", to: "2026-11-23" };
  const report = await getPageReport(deps, workspace.id, pages[0]?.id ?? "", span);
  const { rows } = await listCampaigns(deps, workspace.id, { limit: 10 });
  return { ...instance, deps, workspaceId: workspace.id, report, campaigns: rows };
}

describe("the demo workspace", () => {
  it("shows a living report, the same at every seeding, and hands no message to a transport", async () => {
    const one = await seeded();
    const { report, campaigns, workspaceId, deps, folder } = one;
    expect(report.points.filter((point) => point.views > 0).length).toBeGreaterThan(25);
    expect(report.totals.views).toBeGreaterThan(700);
    expect(report.totals.visitors).toBeLessThan(report.totals.views);
    expect(report.totals.leads).toBe(36);
    expect(report.totals.bots).toBeGreaterThan(10);
    expect(report.shares.source.length).toBeGreaterThan(4);
    expect(report.shares.source.some(({ leads = 0 }) => leads > 0)).toBe(true);
    const became = report.shares.source.reduce((sum, { conversions }) => sum + conversions, 0);
    expect(became).toBe(report.totals.leads);
    expect(campaigns.map((campaign) => campaign.state).sort()).toEqual(["draft", "sent"]);
    const sent = campaigns.find((campaign) => campaign.state === "sent");
    const { counts, hours, links } = await reportCampaign(deps, { workspaceId, campaignId: sent?.id ?? "" });
    expect(counts.states.sent).toBeGreaterThan(15);
    expect(counts.candidates).toBe(counts.states.sent + counts.states.excluded);
    const sum = (counted: number[]) => counted.reduce((total, one) => total + one, 0);
    expect(sum(hours.opens.human)).toBeGreaterThan(3);
    expect(sum(hours.opens.machine)).toBeGreaterThan(1);
    expect(links[0]?.people).toBeGreaterThan(2);
    const outbox = path.join(folder, "outbox");
    expect(existsSync(outbox) ? readdirSync(outbox) : []).toEqual([]);

    const other = await seeded();
    expect(other.report.totals).toEqual(report.totals);
    expect(other.report.shares.source).toEqual(report.shares.source);
    await one.close();
    await other.close();
  });
});
