import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { naughtyStrings } from "~/testing/naughty-strings";
import type { CaptureItem } from "./capture";
import { createLeadSink } from "./lead-sink.server";

const instance = useTestInstance();
const workspaceId = "01JW0RKSPACE00000000000001".slice(0, 26);
const formId = "01JF0RM0000000000000000001";
let sink: ReturnType<typeof createLeadSink>;
let numbers = 0;

function item(changes: Partial<CaptureItem> = {}): CaptureItem {
  numbers += 1;
  return {
    workspaceId,
    formId,
    pageId: "01JPAGE0000000000000000001",
    pageVersionId: "01JVERS0000000000000000001",
    fields: { email: "ada@example.org", name: "Ada" },
    email: "ada@example.org",
    name: "Ada",
    source: {},
    language: "en",
    ip: "192.0.2.0",
    visitId: "",
    dedupeKey: `key-${numbers}`,
    quarantine: "",
    consents: [],
    ...changes,
  };
}

const leadsOf = (email: string) =>
  instance().deps.db.selectFrom("leads").selectAll().where("email_key", "=", email).execute();

beforeAll(() => {
  sink = createLeadSink(instance().deps);
});

describe("capturing leads", () => {
  it("[leads.capture] stores the fields before it answers, with an event for later contexts", async () => {
    const { db } = instance().deps;
    const result = await sink.add(item({ fields: { email: "ada@example.org", company: "Engines Ltd" } }));
    const submission = await db
      .selectFrom("submissions")
      .selectAll()
      .where("id", "=", result.submissionId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(submission.fields)).toEqual({ email: "ada@example.org", company: "Engines Ltd" });
    const [lead] = await leadsOf("ada@example.org");
    expect(lead).toMatchObject({ id: result.leadId, submissions: 1, name: "Ada" });
    expect(JSON.parse(lead?.fields ?? "")).toEqual({ company: "Engines Ltd" });
    const events = await db
      .selectFrom("outbox_events")
      .selectAll()
      .where("type", "=", "leads.captured")
      .execute();
    expect(events.flatMap((event) => JSON.parse(event.payload).captured)).toContainEqual({
      leadId: result.leadId,
      submissionId: result.submissionId,
    });
  });

  it("[leads.dedupe] makes one lead of a person who sends many times at once, and shows each merge", async () => {
    const variants = ["Bo@Example.org", "bo@example.org", " bo@example.org", "BO@EXAMPLE.ORG"];
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        sink.add(item({ email: variants[index % 4] ?? "", fields: { size: String(index) }, name: "Bo" })),
      ),
    );
    expect(new Set(results.map((result) => result.leadId)).size).toBe(1);
    const [lead, ...others] = await leadsOf("bo@example.org");
    expect(others).toEqual([]);
    expect(lead?.submissions).toBe(200);
    const merges = await instance()
      .deps.db.selectFrom("lead_merges")
      .select("changes")
      .where("lead_id", "=", lead?.id ?? "")
      .execute();
    expect(merges).toHaveLength(199);
    expect(merges.map((merge) => JSON.parse(merge.changes))).toContainEqual({ size: "0" });
  });

  it("[leads.dedupe] keeps one lead when two processes store the same person at the same time", async () => {
    const other = createLeadSink(instance().deps);
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? sink : other).add(item({ email: `pair${index % 5}@example.org` })),
      ),
    );
    for (const n of [0, 1, 2, 3, 4]) {
      const found = await leadsOf(`pair${n}@example.org`);
      expect(found).toHaveLength(1);
      expect(found[0]?.submissions).toBe(8);
    }
    expect(new Set(results.map((result) => result.leadId)).size).toBe(5);
  });

  it("answers the same form with the same fields within ten minutes with the first id", async () => {
    const { clock } = instance().deps;
    const same = () => sink.add(item({ dedupeKey: "same", email: "cy@example.org" }));
    const [first, twin] = await Promise.all([same(), same()]);
    const third = await same();
    expect([twin.submissionId, third.submissionId]).toEqual([first.submissionId, first.submissionId]);
    expect([first.repeated, twin.repeated, third.repeated]).toEqual([false, true, true]);
    clock.advance(11 * 60_000);
    expect((await same()).submissionId).not.toBe(first.submissionId);
    expect((await leadsOf("cy@example.org"))[0]?.submissions).toBe(2);
  });

  it("knows a repeat without an address, and one that waits in quarantine, whatever becomes of the second", async () => {
    const bare = () => sink.add(item({ dedupeKey: "bare", email: "" }));
    const doubtful = (quarantine: string) =>
      sink.add(item({ dedupeKey: "doubtful", email: "di@example.org", quarantine }));
    const [first, held] = [await bare(), await doubtful("trap")];
    expect([await bare(), await doubtful("trap"), await doubtful("")]).toMatchObject([
      { submissionId: first.submissionId, leadId: first.leadId, repeated: true },
      { submissionId: held.submissionId, repeated: true },
      { submissionId: held.submissionId, repeated: true },
    ]);
    expect(await leadsOf("di@example.org")).toEqual([]);
  });

  it("takes what another person sends, or the same person in other words, for no repeat", async () => {
    const send = (email: string, dedupeKey: string) => sink.add(item({ email, dedupeKey }));
    await send("ed@example.org", "words");
    expect((await send("ed@example.org", "other words")).repeated).toBe(false);
    expect((await send("Ed@EXAMPLE.org", "words")).repeated).toBe(true);
  });

  it("makes a lead of its own of each submission without an address", async () => {
    const [one, two] = await Promise.all([item(), item()].map((each) => sink.add({ ...each, email: "" })));
    expect(one?.leadId).not.toBe(two?.leadId);
  });

  it("keeps a doubtful submission, without making a lead, a consent or an event", async () => {
    const { db } = instance().deps;
    const result = await sink.add(
      item({ email: "bot@example.org", quarantine: "trap", consents: [{ purpose: "mail", wording: "Yes" }] }),
    );
    expect(await leadsOf("bot@example.org")).toEqual([]);
    const row = await db
      .selectFrom("submissions")
      .selectAll()
      .where("id", "=", result.submissionId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: "quarantined", quarantine_reason: "trap" });
    const consents = await db
      .selectFrom("consents")
      .select("id")
      .where("submission_id", "=", result.submissionId)
      .execute();
    expect(consents).toEqual([]);
  });

  it("[consent.record] keeps wording, page version, time and way of each consent, and the present answer", async () => {
    const { db, clock } = instance().deps;
    const wording = "Yes, write to me about engines. Ja, gerne. 是的";
    const result = await sink.add(
      item({ email: "di@example.org", consents: [{ purpose: "mail", wording }] }),
    );
    const rows = await db
      .selectFrom("consents")
      .selectAll()
      .where("submission_id", "=", result.submissionId)
      .execute();
    expect(rows).toMatchObject([
      { act: "granted", purpose: "mail", wording, method: "form", at: clock.now(), lead_id: result.leadId },
    ]);
    expect(rows[0]?.page_version_id).toBe("01JVERS0000000000000000001");
    const state = await db
      .selectFrom("consent_states")
      .selectAll()
      .where("address_hash", "=", rows[0]?.address_hash ?? "")
      .execute();
    expect(state).toMatchObject([{ state: "granted", consent_id: rows[0]?.id }]);
  });

  it("asks the mailbox once where the workspace wants that, and leaves the consent pending", async () => {
    const { db } = instance().deps;
    const ask = () =>
      sink.add(
        item({
          email: "ed@example.org",
          consents: [{ purpose: "mail", wording: "Yes" }],
          confirmation: { name: "Engines Ltd", replyTo: "office@example.com" },
        }),
      );
    expect((await ask()).confirming).toBe(true);
    expect((await ask()).confirming).toBe(true);
    const mails = await db
      .selectFrom("mail_messages")
      .selectAll()
      .where("to_address", "=", "ed@example.org")
      .execute();
    expect(mails).toHaveLength(1);
  });

  it("stores any text as it came, in every language and in hostile shapes", async () => {
    const strings = naughtyStrings;
    const results = await Promise.all(
      strings.map((text, index) =>
        sink.add(item({ email: `blns${index}@example.org`, fields: { words: text }, name: text })),
      ),
    );
    const { db } = instance().deps;
    const rows = await db
      .selectFrom("submissions")
      .select(["id", "fields"])
      .where(
        "id",
        "in",
        results.map((result) => result.submissionId),
      )
      .execute();
    const byId = new Map(rows.map((row) => [row.id, JSON.parse(row.fields).words]));
    results.forEach((result, index) => {
      expect(byId.get(result.submissionId)).toBe(strings[index]);
    });
  });

  it("fails only the item that cannot be stored when it comes in a batch with others", async () => {
    const good = Array.from({ length: 5 }, (_, index) => item({ email: `good${index}@example.org` }));
    const bad = item({ email: "bad@example.org", visitId: "x".repeat(200) });
    const answers = await Promise.allSettled([...good, bad].map((each) => sink.add(each)));
    expect(answers.map((answer) => answer.status)).toEqual([...good.map(() => "fulfilled"), "rejected"]);
    for (const each of good) expect(await leadsOf(each.email)).toHaveLength(1);
    expect(await leadsOf("bad@example.org")).toEqual([]);
  });

  it("keeps the workspaces of one batch apart", async () => {
    const elsewhere = "01JW0RKSPACE00000000000002";
    const [here, there] = await Promise.all([
      sink.add(item({ email: "fay@example.org" })),
      sink.add(item({ email: "fay@example.org", workspaceId: elsewhere })),
    ]);
    expect(here.leadId).not.toBe(there.leadId);
    const rows = await leadsOf("fay@example.org");
    expect(new Set(rows.map((row) => row.workspace_id))).toEqual(new Set([workspaceId, elsewhere]));
    expect(new Set(rows.map((row) => row.address_hash)).size).toBe(2);
  });
});
