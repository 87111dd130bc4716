import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { assembleServerDeps } from "./assemble.server";
import { startWorkers } from "./workers.server";

const instance = useTestInstance();

const claimed = async (): Promise<string[]> => {
  const rows = await instance().deps.db.selectFrom("recurring_runs").select("name").distinct().execute();
  return rows.map(({ name }) => name);
};

async function workFor(ms: number, skewMs: number) {
  const workers = startWorkers(assembleServerDeps(instance().deps), async () => skewMs);
  await new Promise((resolve) => setTimeout(resolve, ms));
  await workers.stop();
}

describe("recurring work", () => {
  it("is not done by a process whose clock differs from the database's: nobody is deleted by a wrong date", async () => {
    await workFor(400, 10_000);
    expect(await claimed()).toEqual([]);
    await workFor(400, 5);
    expect(await claimed()).toContain("retention.apply");
  });
});
