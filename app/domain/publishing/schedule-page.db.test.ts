import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { addAccount } from "../accounts/create-account.server";
import type { Actor } from "../actor";
import { createJobRunner } from "../jobs/job-runner.server";
import { createPage } from "../pages/create-page.server";
import { updatePage } from "../pages/update-page.server";
import { cancelSchedule } from "./cancel-schedule.server";
import { findPublishedPage } from "./find-published-page.server";
import { listSchedules } from "./list-schedules.server";
import { publishingJobs } from "./publishing-jobs.server";
import { schedulePage } from "./schedule-page.server";

const instance = useTestInstance();
let shop: TestSite;
let planner: Actor;
let count = 0;

beforeAll(async () => {
  const { deps } = instance();
  shop = await makeTestSite(deps);
  const email = "ada@harbour.example";
  const accountId = await deps.transact((tx) =>
    addAccount(deps, tx, { email, name: "Ada", passwordHash: "", confirmed: true, isOperator: false }),
  );
  const { workspaceId } = shop;
  planner = { kind: "member", accountId: accountId ?? "", workspaceId, role: "manager" };
  const row = { workspace_id: workspaceId, account_id: accountId ?? "", role: "manager", created_at: 1 };
  await deps.db.insertInto("memberships").values(row).execute();
});

async function draft(html: string) {
  count += 1;
  const path = `/planned-${count}`;
  const page = await createPage(instance().deps, shop.owner, {
    siteId: shop.site.id,
    path,
    title: "Fair",
    html,
  });
  return { workspaceId: shop.workspaceId, pageId: page.id, path };
}
const served = async (path: string) =>
  (await findPublishedPage(instance().deps, shop.workspaceId, shop.site.id, path))?.html;
/** As after a restart: a new runner that knows only what is stored. */
const run = () => createJobRunner(instance().deps, "worker", publishingJobs(instance().deps)).runDue(50);
const hour = 3_600_000;
const wall = (at: number) => new Date(at).toISOString().slice(0, 16);

describe("a plan", () => {
  it("publishes the page as saved at its time, and takes it offline at another, across restarts", async () => {
    const { deps } = instance();
    const { path, ...input } = await draft("<h1>Early</h1>");
    const now = deps.clock.now();
    await schedulePage(deps, planner, {
      ...input,
      act: "publish",
      wallTime: wall(now + hour),
      timeZone: "UTC",
    });
    await schedulePage(deps, planner, {
      ...input,
      act: "unpublish",
      wallTime: wall(now + 3 * hour),
      timeZone: "UTC",
    });
    await updatePage(deps, shop.owner, { ...input, html: "<h1>Latest</h1>" });
    await run();
    expect(await served(path)).toBeUndefined();
    deps.clock.advance(hour);
    await run();
    expect(await served(path)).toContain("Latest");
    deps.clock.advance(2 * hour);
    await run();
    expect(await served(path)).toBeUndefined();
    const states = (await listSchedules(deps, shop.workspaceId, input.pageId)).map(({ act, state }) => [
      act,
      state,
    ]);
    expect(states).toEqual([
      ["unpublish", "done"],
      ["publish", "done"],
    ]);
  });

  it("follows the clocks of its zone, by default the workspace's", async () => {
    const { deps } = instance();
    const { path: _path, ...input } = await draft("<p>x</p>");
    const base = new Date(deps.clock.now());
    const year = base.getUTCFullYear() + 1;
    const summer = `${year}-07-01T09:00`;
    const london = await schedulePage(deps, planner, { ...input, act: "publish", wallTime: summer });
    expect([london.timeZone, london.runAt]).toEqual(["Europe/London", Date.UTC(year, 6, 1, 8)]);
    const again = await schedulePage(deps, planner, {
      ...input,
      act: "publish",
      wallTime: summer,
      timeZone: "America/New_York",
    });
    expect(again.runAt).toBe(Date.UTC(year, 6, 1, 13));
    const plans = await listSchedules(deps, shop.workspaceId, input.pageId);
    expect(plans.map(({ state }) => state)).toEqual(["waiting", "cancelled"]);
  });

  it("is taken back while it waits, and does nothing then", async () => {
    const { deps } = instance();
    const { path, ...input } = await draft("<p>x</p>");
    const wallTime = wall(deps.clock.now() + hour);
    const { id } = await schedulePage(deps, planner, { ...input, act: "publish", wallTime, timeZone: "UTC" });
    await cancelSchedule(deps, planner, { ...input, scheduleId: id });
    deps.clock.advance(2 * hour);
    await run();
    expect(await served(path)).toBeUndefined();
    const again = cancelSchedule(deps, planner, { ...input, scheduleId: id });
    await expect(again).rejects.toMatchObject({ code: "schedule_ended" });
    const foreign = cancelSchedule(deps, planner, { ...input, workspaceId: deps.ids.next(), scheduleId: id });
    await expect(foreign).rejects.toMatchObject({ kind: "not_found" });
  });

  it("tells why it failed: the page is refused, or whoever planned it may publish no more", async () => {
    const { deps } = instance();
    const card = await draft('<form><label>Card number <input name="cardnumber"></label></form>');
    const { path: _card, ...refused } = card;
    const plan = { act: "publish", wallTime: wall(deps.clock.now() + hour), timeZone: "UTC" } as const;
    await schedulePage(deps, planner, { ...refused, ...plan });
    const { path, ...left } = await draft("<p>fine</p>");
    const gone: Actor = {
      kind: "member",
      accountId: deps.ids.next(),
      workspaceId: shop.workspaceId,
      role: "owner",
    };
    await schedulePage(deps, gone, { ...left, ...plan });
    deps.clock.advance(hour);
    await run();
    const [first] = await listSchedules(deps, shop.workspaceId, refused.pageId);
    expect([first?.state, /card/i.test(first?.outcome ?? "")]).toEqual(["failed", true]);
    const [second] = await listSchedules(deps, shop.workspaceId, left.pageId);
    expect([second?.state, second?.outcome]).toEqual([
      "failed",
      expect.stringContaining("may no longer publish"),
    ]);
    expect(await served(path)).toBeUndefined();
  });

  it("is refused for a time that has passed, is too far or is none", async () => {
    const { deps } = instance();
    const { path: _path, ...input } = await draft("<p>x</p>");
    const now = deps.clock.now();
    for (const [wallTime, timeZone] of [
      [wall(now - hour), "UTC"],
      [wall(now + 3 * 366 * 24 * hour), "UTC"],
      ["tomorrow", "UTC"],
      ["", "UTC"],
      ["2027-02-30T10:00", "UTC"],
      [wall(now + hour), "Mars/Olympus"],
    ] as const) {
      const work = schedulePage(deps, planner, { ...input, act: "publish", wallTime, timeZone });
      await expect(work, wallTime).rejects.toMatchObject({ code: "schedule_refused" });
    }
  });
});
