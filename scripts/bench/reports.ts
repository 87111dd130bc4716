import { callApi } from "../../app/testing/crash/live-workspace";
import type { Stage } from "./stage";

const times = 20;

/** How long a page's report takes with the views that the run before it made. */
export async function benchReports(stage: Stage): Promise<void> {
  const { database, server, workspace } = stage;
  const views = await database.count("select count(*) c from visits");
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    await callApi(server, workspace, "GET", `/pages/page_${workspace.pageId}/report`);
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  stage.add({
    name: "a page's report",
    value: took[Math.floor(times / 2)] ?? 0,
    unit: "ms, median",
    note: `${views} views, slowest of ${times}: ${(took.at(-1) ?? 0).toFixed(0)} ms`,
  });
}
