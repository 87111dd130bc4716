import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { recordAudit } from "~/domain/audit/record-audit.server";
import { sealAudit } from "~/domain/audit/seal-audit.server";
import { verifyAudit } from "~/domain/audit/verify-audit.server";
import { defineReaction, dispatchEvents } from "~/domain/events/dispatch-events.server";
import { recordEvent } from "~/domain/events/record-event.server";
import { openFileStore } from "~/domain/files/file-store.server";
import { enqueueJob } from "~/domain/jobs/enqueue-job.server";
import { defineJob } from "~/domain/jobs/job";
import { createJobRunner, handleJob } from "~/domain/jobs/job-runner.server";
import { leadJobs } from "~/domain/leads/lead-jobs.server";
import { getLeadImport, startLeadImport } from "~/domain/leads/start-lead-import.server";
import { findExport } from "~/domain/termination/find-export.server";
import { requestExport } from "~/domain/termination/request-export.server";
import { terminationJobs } from "~/domain/termination/termination-jobs.server";
import { platformScope } from "~/lib/ids";
import { connect } from "~db/connect.server";
import { migrate } from "~db/migrate";
import type { Db } from "~db/schema/executor";
import { newDatabaseUrl, sourceRoot, useTestInstance } from "../db/test-deps";
import { fillExportedTables } from "../fill-tables";
import { insertTestWorkspace } from "../insert-workspace";
import { readZip } from "../read-zip";
import { countStatements, Death, dieWithin, mortalDatabase } from "./mortal-deps";
import { between, seededRandom } from "./seeded-random";

const instance = useTestInstance();
const system = { kind: "system", reason: "test" } as const;
/** Longer than any lease. */
const restMs = 120_000;

const live = () => {
  const { deps, folder } = instance();
  return { ...deps, files: openFileStore({ folder: path.join(folder, "files"), keys: deps.keys }) };
};
type Live = ReturnType<typeof live>;
const clock = () => instance().deps.clock;

/** Runs it again and again, each time as a process that dies sooner or later, until one lives to the end. */
async function untilDone(seed: number, most: number, work: (deps: Live) => Promise<unknown>) {
  const random = seededRandom(seed);
  for (let deaths = 0; deaths < 300; deaths += 1) {
    if (!(await dieWithin(live(), Math.round(between(random, 1, most)), work))) return deaths;
    clock().advance(restMs);
  }
  throw new Error("Never finished");
}

describe("a process that dies after any statement", () => {
  it("loses no job, and nobody else starts it while its lease stands", async () => {
    const greet = defineJob("test.greet", z.object({ round: z.number() }));
    const finished: number[] = [];
    const runAll = (deps: Live) =>
      createJobRunner(deps, `p${deps.ids.next()}`, [
        handleJob(greet, async ({ round }, { renew }) => {
          await renew();
          finished.push(round);
        }),
      ]).runDue();
    const deps = live();
    const queue = (round: number) =>
      enqueueJob(deps, deps.db, greet, { workspaceId: "", payload: { round } });
    await queue(0);
    const total = await countStatements(deps, runAll);
    for (let step = 1; step <= total; step += 1) {
      await queue(step);
      expect(await dieWithin(deps, step, runAll)).toBe(true);
      const claimed = await deps.db.selectFrom("jobs").select("lease_until").execute();
      if (claimed.some((job) => job.lease_until > clock().now())) expect(await runAll(deps)).toBe(0);
      clock().advance(restMs);
      await runAll(deps);
      expect(await deps.db.selectFrom("jobs").selectAll().execute()).toEqual([]);
      expect(finished).toContain(step);
    }
    expect(total).toBeGreaterThan(3);
  });

  it("lets each event cause each reaction exactly once", async () => {
    const deps = live();
    const effect = defineJob("test.effect", z.object({ pageId: z.string() }));
    const reactions = (using: Live) =>
      ["one", "two"].map((name) =>
        defineReaction("page.unpublished", name, async (tx, { pageId }) => {
          await enqueueJob(using, tx, effect, { workspaceId: "", payload: { pageId: `${pageId} ${name}` } });
        }),
      );
    const take = (using: Live) => dispatchEvents(using, reactions(using));
    const record = async (pageIds: string[]) => {
      for (const pageId of pageIds) await recordEvent(deps, deps.db, "", "page.unpublished", { pageId });
    };
    const effects = async () => (await deps.db.selectFrom("jobs").select("payload").execute()).length;
    await record(["a", "b"]);
    const total = await countStatements(deps, take);
    for (let step = 1; step <= total; step += 1) {
      await deps.db.deleteFrom("jobs").execute();
      await record(["a", "b"]);
      expect(await dieWithin(deps, step, take)).toBe(true);
      await take(deps);
      expect([step, await effects()]).toEqual([step, 4]);
      expect(await take(deps)).toBe(0);
    }
    await deps.db.deleteFrom("jobs").execute();
  });

  it("leaves the audit chain whole", async () => {
    const deps = live();
    const record = async () => {
      for (const targetId of ["1", "2", "3"]) {
        await recordAudit(deps, deps.db, {
          workspaceId: platformScope,
          actor: system,
          action: "page:publish",
          targetKind: "page",
          targetId,
        });
      }
    };
    await record();
    const total = await countStatements(deps, sealAudit);
    for (let step = 1; step <= total; step += 1) {
      await record();
      await dieWithin(deps, step, sealAudit);
      clock().advance(restMs);
      await sealAudit(deps);
    }
    expect(await verifyAudit(deps)).toEqual({ entries: 3 * (total + 1), problems: [] });
  });

  it("imports each row of a file once", async () => {
    const deps = live();
    const workspaceId = await insertTestWorkspace(deps, "import");
    const rows = Array.from({ length: 1100 }, (_, at) => `person${at}@import.example,Person ${at}`);
    async function* source() {
      yield Buffer.from(`email,name\n${rows.join("\n")}\n`);
    }
    const options = { basis: "consent", wording: "Signed up at the counter" } as const;
    const { id } = await startLeadImport(deps, system, {
      workspaceId,
      file: "people.csv",
      source: source(),
      options,
    });
    const deaths = await untilDone(12, 40, async (using) => {
      const runner = createJobRunner(using, using.ids.next(), leadJobs(using));
      await runner.runDue();
    });
    expect(deaths).toBeGreaterThan(2);
    expect(await getLeadImport(deps, workspaceId, id)).toMatchObject({
      state: "done",
      rowsDone: 1100,
      created: 1100,
      merged: 0,
    });
    const leads = await deps.db
      .selectFrom("leads")
      .select("id")
      .where("workspace_id", "=", workspaceId)
      .execute();
    const proof = await deps.db
      .selectFrom("consents")
      .select("id")
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect([leads.length, proof.length]).toEqual([1100, 1100]);
  });

  it("finishes an export whole, whenever it died [leave.export]", async () => {
    const deps = live();
    const workspaceId = await insertTestWorkspace(deps, "export");
    await fillExportedTables(deps, workspaceId, 3);
    const run = (using: Live) => createJobRunner(using, using.ids.next(), terminationJobs(using)).runDue();
    const rowsOf = async (exportId: string) => {
      const found = await findExport(deps, workspaceId, exportId);
      expect(found).toMatchObject({ state: "done" });
      const file = path.join(instance().folder, `exports/${workspaceId}-${exportId}.zip`);
      const manifest = JSON.parse((await readZip(file)).get("manifest.json")?.toString() ?? "");
      return manifest.files.length;
    };
    const first = await requestExport(deps, system, { workspaceId });
    const total = await countStatements(deps, run);
    const whole = await rowsOf(first.id);
    const random = seededRandom(11);
    const points = [1, 4, ...Array.from({ length: 6 }, () => between(random, 9, total)), total];
    for (const point of points) {
      const { id } = await requestExport(deps, system, { workspaceId });
      await dieWithin(deps, Math.round(point), run);
      clock().advance(restMs);
      await run(deps);
      expect(await rowsOf(id)).toBe(whole);
    }
  });
});

describe("a migration that is killed", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-migrate-"));
  const shape = async (db: Db): Promise<unknown[]> => {
    const statement =
      process.env.DB === "mysql"
        ? sql`select table_name t, column_name n, column_type k, is_nullable o, collation_name c, column_key i
            from information_schema.columns where table_schema = database() order by t, n`
        : sql`select name, sql from sqlite_master where name not like 'sqlite_%' order by name`;
    return (await statement.execute(db)).rows;
  };
  let straight: unknown[] = [];
  beforeAll(async () => {
    straight = await shape(instance().deps.db);
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it("goes on where it stopped, between any two statements, and ends at the same schema", async () => {
    const { db, close } = connect(await newDatabaseUrl(folder), sourceRoot);
    const random = seededRandom(3);
    let deaths = 0;
    let now = Date.now();
    for (let finished = false; !finished; ) {
      const mortal = mortalDatabase(db, Math.round(between(random, 1, 14)));
      finished = await migrate(mortal.db, { owner: `process ${deaths}`, now: () => now }).then(
        () => true,
        (error) => {
          if (!(error instanceof Death)) throw error;
          return false;
        },
      );
      if (!finished) deaths += 1;
      now += restMs;
    }
    expect(deaths).toBeGreaterThan(30);
    expect(await shape(db)).toEqual(straight);
    await close();
  });
});
