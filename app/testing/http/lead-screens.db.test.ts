import type { AppLoadContext } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { createLead } from "~/domain/leads/create-lead.server";
import { noteLeadFields } from "~/domain/leads/note-lead-fields.server";
import { readPersonRecord } from "~/domain/privacy/read-person-record.server";
import { publicId } from "~/lib/ids";
import { loader } from "~/routes/leads/edit";
import { loader as showLead } from "~/routes/leads/lead";
import { assembleServerDeps } from "~/server/assemble.server";
import { makeGrownWorkspace, peopleOfGrown, readsTooMuch, takeStock, watchQueries } from "../db/query-plans";
import { insertRow } from "../insert-row";
import { askRoute } from "../walk/ask-route";
import { makeVictim } from "../walk/victim";
import { useTestApp } from "./test-app";

const app = useTestApp();

describe("editing a lead", () => {
  it("calls each field what its form asked for, and one of no form by its own name", async () => {
    const { deps } = app();
    const { workspaceId, slug, people } = await makeVictim(deps);
    await noteLeadFields(deps, deps.db, workspaceId, [
      { key: "f1", name: "item", label: "What will you bring?", type: "text" } as never,
    ]);
    const { lead } = await createLead(
      deps,
      { kind: "system", reason: "test" },
      { workspaceId, email: "ida@example.org", fields: { item: "A lamp", size: "XL" } },
    );
    const { text } = await askRoute(
      { loader: loader as never },
      {
        url: `http://localhost:3000/w/${slug}/leads`,
        params: { workspace: slug, lead: publicId("lead", lead.id) },
        context: { deps, nonce: "n", clientIp: "127.0.0.1" } as unknown as AppLoadContext,
        cookie: people.owner.cookie,
      },
    );
    expect(JSON.parse(text).fields).toEqual([
      { name: "item", label: "What will you bring?", value: "A lamp" },
      { name: "size", label: "size", value: "XL" },
    ]);
  });
});

describe("a person among many", () => {
  it("is shown, and told everything about, without reading what there is of the others", async () => {
    const deps = assembleServerDeps(app().deps);
    const workspaceId = await makeGrownWorkspace(deps, "among");
    const { people } = await makeVictim(app().deps);
    const { id: leadId } = await deps.db
      .selectFrom("leads")
      .select("id")
      .where("workspace_id", "=", workspaceId)
      .orderBy("id")
      .limit(1)
      .executeTakeFirstOrThrow();
    for (const table of ["lead_merges", "consents", "suppressions"] as const) {
      for (let n = 0; n < peopleOfGrown; n += 1)
        await insertRow(deps, table, { workspace_id: workspaceId, topic_id: `t${n}`, address_hash: "none" });
    }
    await takeStock(deps);
    const { seen, deps: watching } = watchQueries(deps);
    const owner = people.owner;
    await deps.db
      .insertInto("memberships")
      .values({
        ...{ workspace_id: workspaceId, account_id: owner.accountId, role: "owner" },
        created_at: deps.clock.now(),
      })
      .execute();
    const { text, status } = await askRoute(
      { loader: showLead as never },
      {
        url: "http://localhost:3000/w/among/leads",
        params: { workspace: "among", lead: publicId("lead", leadId) },
        context: { deps: watching, nonce: "n", clientIp: "127.0.0.1" } as unknown as AppLoadContext,
        cookie: owner.cookie,
      },
    );
    expect(status, text).toBe(200);
    await readPersonRecord(
      watching,
      { kind: "member", accountId: owner.accountId, workspaceId, role: "owner" },
      {
        workspaceId,
        leadId,
      },
    );
    expect(seen.length).toBeGreaterThan(20);
    const found: string[] = [];
    for (const query of seen) {
      const words = await readsTooMuch(deps.db, query);
      found.push(...words.map((each) => `${each}\n  ${query.sql}`));
    }
    expect(found).toEqual([]);
  });
});
