import type { AppLoadContext } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import type { TimelineEntry } from "~/components/leads/lead-timeline";
import type { ShownField } from "~/components/leads/lead-value";
import { createCampaign } from "~/domain/campaigns/create-campaign.server";
import { recordConsents } from "~/domain/consent/record-consents.server";
import { createLead } from "~/domain/leads/create-lead.server";
import { noteLeadFields } from "~/domain/leads/note-lead-fields.server";
import { readPersonRecord } from "~/domain/privacy/read-person-record.server";
import { publicId } from "~/lib/ids";
import { loader } from "~/routes/leads/edit";
import * as exportRoute from "~/routes/leads/export";
import * as leadRoute from "~/routes/leads/lead";
import * as listRoute from "~/routes/leads/list";
import { assembleServerDeps } from "~/server/assemble.server";
import { makeGrownWorkspace, peopleOfGrown, readsTooMuch, takeStock, watchQueries } from "../db/query-plans";
import { insertTestLeads, system, type TestLead } from "../factories/test-campaign";
import { insertRow } from "../insert-row";
import { askRoute } from "../walk/ask-route";
import { makeVictim } from "../walk/victim";
import { useTestApp } from "./test-app";

const app = useTestApp();

describe("the page of a lead", () => {
  it("tells which campaigns they got, opened and were left out of, as far as they may be recognised", async () => {
    const { deps } = app();
    const { workspaceId, slug, people } = await makeVictim(deps);
    const campaign = async (name: string) => (await createCampaign(deps, system, { workspaceId, name })).id;
    const [spring, summer] = [await campaign("Spring"), await campaign("Summer")];
    const [reader] = await insertTestLeads(deps, workspaceId, [{ email: "reader@example.org" }]);
    const [other] = await insertTestLeads(deps, workspaceId, [{ email: "other@example.org" }]);
    if (!reader || !other) throw new Error("No leads");
    const at = deps.clock.now() + 60_000;
    const seen = { sent_at: at, opened_human_at: at + 1, opened_machine_at: at, clicked_at: at + 2 };
    const delivery = (lead: TestLead, campaign_id: string, changes: Record<string, string | number>) =>
      insertRow(deps, "deliveries", {
        ...{ workspace_id: workspaceId, id: deps.ids.next(), campaign_id, lead_id: lead.id },
        ...{ email: lead.email, address_hash: lead.addressHash, tracked: 1, state: "sent", ...changes },
      });
    await delivery(reader, spring, seen);
    await delivery(reader, summer, { state: "excluded", reason: "frequency" });
    await delivery(other, spring, { ...seen, tracked: 0 });
    const timeline = async (lead: TestLead) => {
      const { text } = await askRoute(
        { loader: leadRoute.loader as never },
        {
          url: `http://localhost:3000/w/${slug}/leads`,
          params: { workspace: slug, lead: publicId("lead", lead.id) },
          context: { deps, nonce: "n", clientIp: "127.0.0.1" } as unknown as AppLoadContext,
          cookie: people.owner.cookie,
        },
      );
      const { timeline: entries } = JSON.parse(text) as { timeline: TimelineEntry[] };
      return entries
        .filter(({ to }) => to?.includes("/campaigns/"))
        .map(({ label, title, words = "" }) => [label, title, words]);
    };
    const sent = ["Campaign sent", "Spring", ""];
    const leftOut = ["Left out", "Summer", "Wants mail less often."];
    const all = [["Clicked", "Spring", ""], ["Opened", "Spring", ""], sent, leftOut];
    expect(await timeline(reader)).toEqual(all);
    expect(await timeline(other), "who was never to be recognised").toEqual([sent]);
    const refusal = { addressHash: reader.addressHash, leadId: reader.id, purpose: "tracking" };
    await recordConsents(deps, deps.db, workspaceId, [
      { ...refusal, act: "withdrawn", method: "preferences", wording: "No" },
    ]);
    expect(await timeline(reader), "who refused it since").toEqual([sent, leftOut]);
  });
});

describe("the fields of a lead", () => {
  it("are shown as people read them, files as links of their own submission, and exported as they came", async () => {
    const { deps } = app();
    const { workspaceId, slug, people } = await makeVictim(deps);
    const asked = (name: string, label: string, type: string) => ({ key: name, name, label, type });
    const options = [{ value: "m", label: "Morning" }];
    await noteLeadFields(deps, deps.db, workspaceId, [
      asked("day", "Which day?", "date"),
      asked("guests", "How many?", "number"),
      asked("call", "Telephone", "tel"),
      asked("dog", "With a dog?", "checkbox"),
      { ...asked("when", "When?", "radio"), options },
      asked("cv", "Your papers", "file"),
    ] as never);
    const raw = { day: "2026-03-04", guests: "12500", call: "+4930123456", dog: "on", when: "m" };
    const { lead } = await createLead(deps, system, {
      ...{ workspaceId, email: "typed@example.org" },
      fields: { ...raw, cv: "a.pdf, b.pdf" },
    });
    const own = { workspace_id: workspaceId, lead_id: lead.id };
    const submission = async (cv: string[], size: number) => {
      const id = deps.ids.next();
      const created_at = deps.clock.now();
      const fields = JSON.stringify({ ...raw, cv: cv.join(", ") });
      await insertRow(deps, "submissions", { ...own, id, fields, state: "accepted", created_at });
      for (const name of cv)
        await insertRow(deps, "lead_files", {
          ...{ ...own, id: deps.ids.next(), submission_id: id, field: "cv", name, size, created_at },
        });
    };
    await submission(["a.pdf"], 9_000);
    await submission(["a.pdf", "b.pdf"], 1_234_000);
    const ask = (module: object, address: string) =>
      askRoute(module as never, {
        url: `http://localhost:3000/w/${slug}/leads${address}`,
        params: { workspace: slug, lead: publicId("lead", lead.id) },
        context: { deps, nonce: "n", clientIp: "127.0.0.1" } as unknown as AppLoadContext,
        cookie: people.owner.cookie,
      });
    const shown = JSON.parse((await ask({ loader: leadRoute.loader }, "")).text);
    const told = (fields: ShownField[]) =>
      Object.fromEntries(fields.map(({ label, value, files }) => [label, files.length ? files : value]));
    const words = {
      "Which day?": "4 March 2026",
      "How many?": "12,500",
      Telephone: "+49 30 123456 (Germany)",
      "With a dog?": "Yes",
      "When?": "Morning",
    };
    const file = (name: string, size: number) => ({ id: expect.stringMatching(/^file_/), name, size });
    const papers = [file("a.pdf", 1_234_000), file("b.pdf", 1_234_000)];
    expect(told(shown.fields)).toEqual({ ...words, "Your papers": papers });
    const sent = (shown.timeline as TimelineEntry[]).filter(({ label }) => label === "Sent a form");
    expect(sent.map(({ fields }) => told([...(fields ?? [])]))).toEqual([
      { ...words, "Your papers": papers },
      { ...words, "Your papers": [file("a.pdf", 9_000)] },
    ]);
    const { text } = await ask(exportRoute, "/export.csv");
    expect(text).toContain("2026-03-04");
    for (const value of ["12500", "on"]) expect(text).toContain(`,${value},`);
    const { text: list } = await ask({ loader: listRoute.loader }, "?column=day");
    expect(list).toContain("4 March 2026");
  });
});

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
      { loader: leadRoute.loader as never },
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
