import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import {
  acceptSubmission,
  listHeldSubmissions,
  rejectSubmissions,
  restoreSubmissions,
} from "./decide-submissions.server";
import { createLeadSink } from "./lead-sink.server";
import { removeOldHeld } from "./remove-old-held.server";

const instance = useTestInstance();
const staff = { kind: "system", reason: "test" } as const;

async function hold(workspaceId: string, email: string) {
  const result = await createLeadSink(instance().deps).add({
    workspaceId,
    formId: "01JF0RM0000000000000000001",
    pageId: "01JPAGE0000000000000000001",
    pageVersionId: "01JVERS0000000000000000001",
    fields: { email, name: "Ada" },
    email,
    name: "Ada",
    source: {},
    language: "en",
    ip: "192.0.2.0",
    visitId: "",
    dedupeKey: email,
    quarantine: "trap",
    consents: [{ purpose: "mail", wording: "Yes, write to me" }],
  });
  return result.submissionId;
}

describe("the quarantine", () => {
  it("sets rejected submissions aside, takes them back, and makes a lead of an accepted one with its consent", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "quarantine");
    const stranger = await insertTestWorkspace(deps, "strangers");
    const one = await hold(workspaceId, "one@example.org");
    const two = await hold(workspaceId, "two@example.org");
    const waiting = async () =>
      (await listHeldSubmissions(deps, workspaceId, { limit: 10 })).data.map((held) => held.id);
    const decision = { workspaceId, submissionIds: [one, two, "01JNOTHERE0000000000000001"] };

    expect(await rejectSubmissions(deps, staff, { ...decision, workspaceId: stranger })).toBe(0);
    expect(await rejectSubmissions(deps, staff, decision)).toBe(2);
    expect(await rejectSubmissions(deps, staff, decision)).toBe(0);
    expect(await waiting()).toEqual([]);
    await expect(acceptSubmission(deps, staff, { workspaceId, submissionId: one })).rejects.toThrow(
      "not_held",
    );
    expect(await restoreSubmissions(deps, staff, decision)).toBe(2);
    expect(await waiting()).toEqual([two, one]);

    const { leadId } = await acceptSubmission(deps, staff, { workspaceId, submissionId: one });
    expect(await waiting()).toEqual([two]);
    const consents = await deps.db.selectFrom("consents").selectAll().where("lead_id", "=", leadId).execute();
    expect(consents).toMatchObject([{ wording: "Yes, write to me", submission_id: one }]);
  });

  it("is listed page by page, the newest first, also where many came in the same moment", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "pages");
    const came: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      came.unshift(await hold(workspaceId, `page${n}@example.org`));
      if (n === 4) deps.clock.advance(1000);
    }
    const listed: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listHeldSubmissions(deps, workspaceId, { limit: 2, ...(cursor && { cursor }) });
      listed.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    expect(listed).toEqual(came);
  });

  it("ends after thirty days, for what waits and for what was rejected", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "old");
    await hold(workspaceId, "old@example.org");
    const rejected = await hold(workspaceId, "gone@example.org");
    await rejectSubmissions(deps, staff, { workspaceId, submissionIds: [rejected] });
    const left = () =>
      deps.db.selectFrom("submissions").select("id").where("workspace_id", "=", workspaceId).execute();
    deps.clock.advance(29 * 86_400_000);
    await removeOldHeld(deps);
    expect(await left()).toHaveLength(2);
    deps.clock.advance(2 * 86_400_000);
    await removeOldHeld(deps);
    expect(await left()).toEqual([]);
  });
});
