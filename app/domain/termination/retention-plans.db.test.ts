import { describe, expect, it } from "vitest";
import { assembleServerDeps } from "~/server/assemble.server";
import {
  growing,
  makeGrownWorkspace,
  peopleOfGrown,
  readsAndWrites,
  readsTooMuch,
  takeStock,
  watchQueries,
} from "~/testing/db/query-plans";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestLeads } from "~/testing/factories/test-campaign";
import { insertRow } from "~/testing/insert-row";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { deleteLead } from "../leads/delete-leads.server";
import { noteHeldAddresses } from "../leads/note-held-addresses.server";
import { eraseTraces } from "../privacy/erase-traces.server";
import { emptyPrivacySettings } from "../workspaces/privacy-settings";
import { choicesOf } from "../workspaces/retention-choices";
import { ageSteps } from "./age-step.server";
import { dueMoments } from "./due-people";
import { countDuePeople, endDuePeople } from "./end-due-people.server";
import { periodsOf } from "./retention-period";

const opened = useTestInstance();
const dayMs = 86_400_000;
const hourMs = 3_600_000;
const actor = { kind: "system", reason: "test" } as const;

describe("[retention.schedule] a run over a workspace where nothing is old", () => {
  it("reads by an index that begins with the age, or with whom a row names, and no table as a whole", async () => {
    const deps = assembleServerDeps(opened().deps);
    const workspaceId = await makeGrownWorkspace(deps);
    await takeStock(deps);
    const { seen, deps: watching } = watchQueries(deps);
    const choices = choicesOf(emptyPrivacySettings);
    const periods = periodsOf({ ...choices, submissionMonths: 12, uploadMonths: 12 });
    const found: string[] = [];
    const look = async (what: string) => {
      expect(seen.length, what).toBeGreaterThan(0);
      for (const query of seen.splice(0)) {
        for (const words of await readsTooMuch(deps.db, query))
          found.push(`${what}: ${words}\n  ${query.sql}`);
      }
    };
    for (const { entry, count, end } of ageSteps) {
      const days = periods[entry.spec.retention];
      if (days === undefined || !growing.includes(entry.name)) continue;
      const before = deps.clock.now() - days * dayMs;
      expect(await count(watching, workspaceId, before), entry.name).toBe(0);
      await look(`counting ${entry.name}`);
      expect(await end(watching, workspaceId, before), entry.name).toBe(0);
      await look(`ending ${entry.name}`);
    }
    expect(found).toEqual([]);
  });

  it("erases what others keep of one person without reading what they keep of everybody", async () => {
    const deps = assembleServerDeps(opened().deps);
    const workspaceId = await makeGrownWorkspace(deps);
    await takeStock(deps);
    const { seen, deps: watching } = watchQueries(deps, readsAndWrites);
    const { lead_id: leadId } = await deps.db
      .selectFrom("submissions")
      .select("lead_id")
      .where("workspace_id", "=", workspaceId)
      .executeTakeFirstOrThrow();
    await watching.transact((tx) => eraseTraces(deps, tx, { workspaceId, leadId }));
    expect(seen.length).toBeGreaterThan(10);
    const found: string[] = [];
    for (const query of seen) {
      for (const words of await readsTooMuch(deps.db, query)) found.push(`${words}\n  ${query.sql}`);
    }
    expect(found).toEqual([]);
  });

  it("deletes one person, with what waits in quarantine of them, without reading what everybody sent", async () => {
    const deps = assembleServerDeps(opened().deps);
    const workspaceId = await makeGrownWorkspace(deps, "waits");
    const lead = await deps.db
      .selectFrom("leads")
      .select(["id", "email"])
      .where("workspace_id", "=", workspaceId)
      .executeTakeFirstOrThrow();
    const hold = (state: string, fields: Record<string, string>) =>
      insertRow(deps, "submissions", {
        ...{ workspace_id: workspaceId, id: deps.ids.next(), lead_id: "", state },
        ...{ fields: JSON.stringify(fields), created_at: deps.clock.now() - dayMs },
      });
    const others = Array.from({ length: peopleOfGrown }, (_, n) => `other${n}@plans.example`);
    for (const state of ["quarantined", "rejected"]) {
      await hold(state, { work: lead.email });
      for (const email of others) await hold(state, { work: email });
    }
    await noteHeldAddresses(deps);
    opened().deps.clock.advance(dayMs + hourMs);
    await noteHeldAddresses(deps);
    await takeStock(deps);
    const { seen, deps: watching } = watchQueries(deps, readsAndWrites);
    await deleteLead(watching, actor, { workspaceId, leadId: lead.id });
    const left = await deps.db
      .selectFrom("submissions")
      .select("fields")
      .where("workspace_id", "=", workspaceId)
      .where("state", "in", ["quarantined", "rejected"])
      .execute();
    expect(left).toHaveLength(2 * others.length);
    expect(JSON.stringify(left)).not.toContain(lead.email);
    expect(
      seen.filter(({ sql }) => /from .submissions. .*.state. = /.test(sql)),
      "what is held of others",
    ).toEqual([]);
    const found: string[] = [];
    for (const query of seen) {
      const words = await readsTooMuch(deps.db, query);
      found.push(...words.map((each) => `${each}\n  ${query.sql}`));
    }
    expect(found).toEqual([]);
  });

  it("looks at people in windows, and at what tells of each by a key of that person", async () => {
    const deps = assembleServerDeps(opened().deps);
    const workspaceId = await insertTestWorkspace(deps, "windows");
    const emails = Array.from({ length: peopleOfGrown }, (_, index) => ({
      email: `p${index}@windows.example`,
    }));
    for (const { id: lead_id } of await insertTestLeads(deps, workspaceId, emails)) {
      for (const table of ["deliveries", "lead_downloads"]) {
        await insertRow(deps, table, { workspace_id: workspaceId, lead_id, state: "sent" });
      }
    }
    await takeStock(deps);
    const { seen, deps: watching } = watchQueries(deps);
    const choices = { ...choicesOf(emptyPrivacySettings), peopleMonths: 24, afterOptOut: "mail" } as const;
    const moments = dueMoments(choices, deps.clock.now());
    expect(await countDuePeople(watching, workspaceId, moments)).toEqual({ leads: 0, mail_histories: 0 });
    await endDuePeople(watching, actor, workspaceId, moments);
    expect(seen.length).toBeGreaterThan(3);
    const found: string[] = [];
    for (const query of seen) {
      const words = await readsTooMuch(deps.db, query);
      // The window itself is a part of the leads that is bounded.
      found.push(...words.filter((each) => !each.startsWith("leads: ")));
    }
    expect(found).toEqual([]);
  });
});
