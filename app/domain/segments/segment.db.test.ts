import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { createLead } from "../leads/create-lead.server";
import { createLeadSink } from "../leads/lead-sink.server";
import { createSegment } from "./create-segment.server";
import { deleteSegment } from "./delete-segment.server";
import { listAudiencePage } from "./list-audience-page.server";
import { countMatchingLeads, listLeads } from "./list-leads.server";
import { findSegment, listSegments } from "./list-segments.server";
import { restoreSegment } from "./restore-segment.server";
import { nobody, type SegmentFilter, type SegmentRule } from "./segment";
import { updateSegment } from "./update-segment.server";

const instance = useTestInstance();
const staff = { kind: "system", reason: "test" } as const;
const form = "01JF0RM0000000000000000001";
const page = "01JPAGE0000000000000000001";
let workspaceId = "";
let stranger = "";

const people: { email: string; name: string; fields: Record<string, string> }[] = [
  { email: "ada@example.org", name: "Ada Lovelace", fields: { city: "Zürich", size: "10" } },
  { email: "bo@example.org", name: "Bo", fields: { city: "MÜNCHEN", note: "100% _sure_!" } },
  { email: "cy@example.org", name: "Cyra", fields: { city: "münchen nord", "odd \"name'": "yes" } },
  { email: "di@example.com", name: "Δημήτρης", fields: { note: `${"x".repeat(1200)} needle` } },
];

beforeAll(async () => {
  const { deps } = instance();
  workspaceId = await insertTestWorkspace(deps, "harbour");
  stranger = await insertTestWorkspace(deps, "other");
  for (const person of people) {
    const consents = person.email.startsWith("ada") ? [{ purpose: "mail", wording: "Yes" }] : [];
    await createLead(deps, staff, { workspaceId, ...person, consents });
    deps.clock.advance(24 * 3_600_000);
  }
  await createLead(deps, staff, {
    workspaceId: stranger,
    email: "ada@example.org",
    fields: { city: "Zürich" },
  });
  const sink = createLeadSink(deps);
  const sent = {
    workspaceId,
    formId: form,
    pageId: page,
    pageVersionId: "01JVERS0000000000000000001",
    name: "",
    source: {},
    language: "en",
    ip: "",
    visitId: "",
    consents: [],
  };
  await sink.add({ ...sent, email: "", fields: { city: "Nowhere" }, dedupeKey: "1", quarantine: "" });
  await sink.add({ ...sent, email: "bo@example.org", fields: {}, dedupeKey: "2", quarantine: "" });
  await sink.add({ ...sent, email: "cy@example.org", fields: {}, dedupeKey: "3", quarantine: "trap" });
});

const filterOf = (...rules: SegmentRule[]): SegmentFilter => ({ match: "all", rules });
const anyOf = (...rules: SegmentRule[]): SegmentFilter => ({ match: "any", rules });
const field = (name: string, is: "equals" | "contains" | "starts_with" | "set" | "empty", value = "") =>
  ({ kind: "field", field: name, is, value }) as const;

async function found(filter: SegmentFilter, q = ""): Promise<string> {
  const { rows } = await listLeads(instance().deps, workspaceId, { filter, q, limit: 50 });
  const { count } = await countMatchingLeads(instance().deps, workspaceId, { filter, q });
  expect(count).toBe(rows.length);
  return rows.map((lead) => lead.email.split("@")[0] || "none").join(" ");
}

describe("a segment", () => {
  it("finds people by a field without regard to case and accents, alike on every database", async () => {
    expect(await found(filterOf(field("city", "equals", "zurich")))).toBe("ada");
    expect(await found(filterOf(field("city", "equals", "münchen")))).toBe("bo");
    expect(await found(filterOf(field("city", "starts_with", "Munchen")))).toBe("cy bo");
    expect(await found(filterOf(field("name", "contains", "δημητρης")))).toBe("di");
    expect(await found(filterOf(field("email", "contains", "@example.com")))).toBe("di");
    expect(await found(filterOf(field("size", "set")))).toBe("ada");
    expect(await found(filterOf(field("city", "empty")))).toBe("di");
    expect(await found(filterOf(field("odd \"name'", "set")))).toBe("cy");
  });

  it("takes wildcards, odd field names and values beyond the search text literally", async () => {
    expect(await found(filterOf(field("note", "contains", "100% _sure_!")))).toBe("bo");
    expect(await found(filterOf(field("note", "contains", "100x")))).toBe("");
    expect(await found(filterOf(field("note", "contains", "needle")))).toBe("di");
    expect(await found(filterOf(field("__proto__", "set")))).toBe("");
    expect(await found(filterOf(field("'; drop table leads; --", "equals", "x")))).toBe("");
  });

  it("finds people by consent, form, page, origin and day of the workspace's zone", async () => {
    expect(await found(filterOf({ kind: "consent", purpose: "mail", state: "granted" }))).toBe("ada");
    expect(await found(filterOf({ kind: "consent", purpose: "mail", state: "none" }))).toBe("none di cy bo");
    expect(await found(filterOf({ kind: "form", form, sent: true }))).toBe("none bo");
    expect(await found(filterOf({ kind: "page", page, sent: false }))).toBe("di cy ada");
    expect(await found(filterOf({ kind: "origin", origin: "form" }))).toBe("none");
    expect(await found(filterOf({ kind: "date", of: "created", days: 2 }))).toBe("none di cy");
    expect(await found(filterOf({ kind: "date", of: "last_submission", days: 1 }))).toBe("none bo");
    expect(await found(filterOf({ kind: "date", of: "created", to: "2020-01-01" }))).toBe("");
    expect(await found(filterOf({ kind: "date", of: "created", from: "2020-01-01" }))).toBe(
      "none di cy bo ada",
    );
  });

  it("joins its rules by all or by any", async () => {
    const granted = { kind: "consent", purpose: "mail", state: "granted" } as const;
    expect(await found(anyOf(granted, field("city", "equals", "münchen")))).toBe("bo ada");
    expect(await found(filterOf(granted, field("city", "equals", "münchen")))).toBe("");
    expect(await found(anyOf())).toBe("");
    expect(await found(filterOf())).toBe("none di cy bo ada");
  });

  it("is searched by words that must all occur", async () => {
    expect(await found(filterOf(), "LOVELACE ada")).toBe("ada");
    expect(await found(filterOf(), "lovelace bo")).toBe("");
    expect(await found(filterOf(), "%")).toBe("bo");
  });

  it("is walked page by page, each person once, without those of other workspaces", async () => {
    const { deps } = instance();
    const filter = filterOf(field("city", "set"));
    const segment = await createSegment(deps, staff, { workspaceId, name: "  Has a\u0000 city ", filter });
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { rows, nextCursor } = await listAudiencePage(deps, workspaceId, segment.id, {
        cursor,
        limit: 2,
      });
      seen.push(...rows.map((row) => row.email));
      if (!nextCursor) break;
      cursor = nextCursor;
    }
    expect(seen).toEqual(["ada@example.org", "bo@example.org", "cy@example.org"]);
    const all = await listAudiencePage(deps, workspaceId, null, { limit: 10 });
    expect(all.rows).toHaveLength(4);
    expect(all.rows[0]).toMatchObject({ name: "Ada Lovelace", fields: { city: "Zürich" } });
    await expect(listAudiencePage(deps, stranger, segment.id, { limit: 2 })).rejects.toThrow(
      "segment_not_found",
    );
  });

  it("is changed and removed; campaigns that name a removed one still find its people", async () => {
    const { deps } = instance();
    const made = await createSegment(deps, staff, { workspaceId, name: "Swiss", filter: filterOf() });
    const changed = await updateSegment(deps, staff, {
      workspaceId,
      segmentId: made.id,
      filter: filterOf(field("city", "equals", "Zürich")),
    });
    expect(changed).toMatchObject({ name: "Swiss", filter: { rules: [{ value: "Zürich" }] } });
    await deleteSegment(deps, staff, { workspaceId, segmentId: made.id });
    expect(await findSegment(deps, workspaceId, made.id)).toBeUndefined();
    expect((await listSegments(deps, workspaceId)).map((one) => one.id)).not.toContain(made.id);
    const page = await listAudiencePage(deps, workspaceId, made.id, { limit: 10 });
    expect(page.rows.map((row) => row.email)).toEqual(["ada@example.org"]);
    await expect(deleteSegment(deps, staff, { workspaceId, segmentId: made.id })).rejects.toThrow(
      "not_found",
    );
    await restoreSegment(deps, staff, { workspaceId, segmentId: made.id });
    expect(await findSegment(deps, workspaceId, made.id)).toMatchObject({ name: "Swiss" });
  });

  it("refuses what makes no sense, and holds nobody when it cannot be read", async () => {
    const { deps } = instance();
    const make = (rule: unknown) =>
      createSegment(deps, staff, {
        workspaceId,
        name: "x",
        filter: { match: "all", rules: [rule as never] },
      });
    await expect(make({ kind: "field", field: "city", is: "equals", value: " " })).rejects.toMatchObject({
      details: { fields: { "filter.rules.0.value": "Say what the field is compared with." } },
    });
    await expect(make({ kind: "date", of: "created" })).rejects.toThrow("segment_invalid");
    await expect(make({ kind: "date", of: "created", from: "2026-02-30" })).rejects.toThrow(
      "segment_invalid",
    );
    await expect(make({ kind: "form", form: "1 or 1=1" })).rejects.toThrow("segment_invalid");
    await expect(
      createSegment(deps, staff, { workspaceId, name: " ", filter: filterOf() }),
    ).rejects.toThrow();
    const made = await createSegment(deps, staff, { workspaceId, name: "Old", filter: filterOf() });
    await deps.db
      .updateTable("segments")
      .set({ filter: '{"match":"none"}' })
      .where("id", "=", made.id)
      .execute();
    expect((await findSegment(deps, workspaceId, made.id))?.filter).toEqual(nobody);
    expect((await listAudiencePage(deps, workspaceId, made.id, { limit: 5 })).rows).toEqual([]);
  });
});
