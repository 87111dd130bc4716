import { describe, expect, it } from "vitest";
import { z } from "zod";
import { useTestInstance } from "~/testing/db/test-deps";
import { enqueueJob } from "./enqueue-job.server";
import { defineJob } from "./job";
import { claimJobs, countJobs, removeFinishedJob } from "./job-queries.server";
import { createJobRunner, handleJob, PermanentJobError } from "./job-runner.server";
import { removeOldDeadLetters } from "./remove-old-dead-letters.server";

const instance = useTestInstance();
const greet = defineJob("test.greet", z.object({ name: z.string() }), { maxAttempts: 3 });

describe("a job", () => {
  it("runs once and is gone afterwards", async () => {
    const { deps } = instance();
    const seen: string[] = [];
    const handler = handleJob(greet, async (payload) => void seen.push(payload.name));
    await enqueueJob(deps, deps.db, greet, { workspaceId: "", payload: { name: "Ada" } });
    const runner = createJobRunner(deps, "a", [handler]);
    expect(await runner.runDue()).toBe(1);
    expect(await runner.runDue()).toBe(0);
    expect(seen).toEqual(["Ada"]);
  });

  it("is queued only once under the same unique key", async () => {
    const { deps } = instance();
    const add = () =>
      enqueueJob(deps, deps.db, greet, { workspaceId: "", payload: { name: "Bo" }, uniqueKey: "same" });
    expect([await add(), await add()]).toEqual([true, false]);
    await createJobRunner(deps, "a", [handleJob(greet, async () => {})]).runDue();
  });

  it("waits longer after each failure and goes to the dead-letter list at last", async () => {
    const { deps } = instance();
    const runner = createJobRunner(deps, "a", [
      handleJob(greet, async () => {
        throw new Error("the other side is away");
      }),
    ]);
    await enqueueJob(deps, deps.db, greet, { workspaceId: "", payload: { name: "Cy" } });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await runner.runDue()).toBe(1);
      expect(await runner.runDue()).toBe(0);
      deps.clock.advance(60_000);
    }
    expect(await countJobs(deps.db)).toEqual({ ready: 0, dead: 1 });
  });

  it("goes straight to the dead-letter list when trying again cannot help", async () => {
    const { deps } = instance();
    await enqueueJob(deps, deps.db, greet, { workspaceId: "", payload: { name: "Di" } });
    const handler = handleJob(greet, async () => {
      throw new PermanentJobError("no such page");
    });
    await createJobRunner(deps, "a", [handler]).runDue();
    expect((await countJobs(deps.db)).dead).toBe(2);
  });

  it("is forgotten a month after it failed for good", async () => {
    const { deps } = instance();
    await removeOldDeadLetters(deps);
    expect((await countJobs(deps.db)).dead).toBeGreaterThan(0);
    deps.clock.advance(31 * 86_400_000);
    await removeOldDeadLetters(deps);
    expect((await countJobs(deps.db)).dead).toBe(0);
  });

  it("is claimed by one of two processes, and a late one changes nothing", async () => {
    const { deps } = instance();
    await enqueueJob(deps, deps.db, greet, { workspaceId: "", payload: { name: "Ed" } });
    const [first] = await claimJobs(deps.db, "first", deps.clock.now(), 5);
    expect(await claimJobs(deps.db, "second", deps.clock.now(), 5)).toEqual([]);
    deps.clock.advance(61_000);
    const [second] = await claimJobs(deps.db, "second", deps.clock.now(), 5);
    expect(second?.epoch).toBe((first?.epoch ?? 0) + 1);
    if (first) await removeFinishedJob(deps.db, first);
    expect((await countJobs(deps.db)).ready).toBe(1);
    if (second) await removeFinishedJob(deps.db, second);
    expect((await countJobs(deps.db)).ready).toBe(0);
  });
});
