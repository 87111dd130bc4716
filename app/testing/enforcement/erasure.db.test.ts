import type { Kysely } from "kysely";
import { describe, expect, it } from "vitest";
import { dispatchEvents } from "~/domain/events/dispatch-events.server";
import { deleteLead } from "~/domain/leads/delete-leads.server";
import { reactions } from "~/server/reactions.server";
import { dataMap, workspaceColumn } from "~db/data-map";
import type { TestDeps } from "../db/test-deps";
import { type TestApp, useTestApp } from "../http/test-app";
import { makeVictim, type Victim } from "../walk/victim";
import { keeping, over } from "./without";

const app = useTestApp();

/** Tables of the workspace in which the person's address or name stands. */
async function tablesNaming(deps: TestDeps, { workspaceId, word }: Victim): Promise<string[]> {
  const db = deps.db as unknown as Kysely<Record<string, Record<string, unknown>>>;
  const person = new RegExp(`jo@${word}|Jo ${word}`, "i");
  const found: string[] = [];
  for (const entry of dataMap) {
    const column = workspaceColumn(entry);
    if (!column) continue;
    const rows = await db.selectFrom(entry.name).selectAll().where(column, "=", workspaceId).execute();
    if (person.test(JSON.stringify(rows))) found.push(entry.name);
  }
  return found;
}

async function afterErasing(deps: TestApp["deps"]): Promise<string[]> {
  const victim = await makeVictim(app().deps);
  expect(await tablesNaming(app().deps, victim)).toEqual(
    expect.arrayContaining(["leads", "deliveries", "testimonials"]),
  );
  await deleteLead(deps, victim.owner, { workspaceId: victim.workspaceId, leadId: victim.ids.lead });
  await dispatchEvents(deps, reactions(deps));
  return tablesNaming(app().deps, victim);
}

describe("an erased lead [rights.erase]", () => {
  it("stands in no table any more", async () => {
    expect(await afterErasing(app().deps)).toEqual([]);
  });

  it.each(["leads", "deliveries", "testimonials"])(
    "would still stand in %s if nothing were deleted there",
    async (table) => {
      expect(await afterErasing(over(app().deps, keeping(table)))).toEqual([table]);
    },
  );
});
