import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import type { Actor } from "../actor";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { acceptableUseGate } from "./acceptable-use-gate.server";
import { listFindings } from "./list-findings.server";
import { listStandingActions } from "./list-standing-actions.server";
import { recordAppeal } from "./record-appeal.server";
import { recordFindings } from "./record-findings.server";
import { reinstateWorkspace } from "./reinstate-workspace.server";
import { suspendWorkspace } from "./suspend-workspace.server";

const instance = useTestInstance();
const staff: Actor = { kind: "staff", accountId: "01HZZZZZZZZZZZZZZZZZZZZZZZ" };

describe("suspending a workspace", () => {
  it("closes it at once, is written down, and ends by a recorded decision [aup.suspend]", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "spammer");
    const input = { workspaceId, rule: "unsolicited_mail", reason: "Three reports of bought lists." };
    expect(await suspendWorkspace(deps, staff, input)).toBe(true);
    expect(await suspendWorkspace(deps, staff, input)).toBe(false);
    expect((await getWorkspace(deps.db, workspaceId)).standing).toBe("suspended");
    const news = await deps.db
      .selectFrom("edge_changes")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(news.map((row) => row.kind)).toEqual(["standing"]);

    const member: Actor = { kind: "member", accountId: deps.ids.next(), workspaceId, role: "owner" };
    await recordAppeal(deps, member, { workspaceId, reason: "They all signed up at our shop." });
    expect(await reinstateWorkspace(deps, staff, { workspaceId, reason: "Proof was shown." })).toBe(true);
    expect((await getWorkspace(deps.db, workspaceId)).standing).toBe("good");
    const actions = await listStandingActions(deps, workspaceId);
    expect(actions.map((action) => action.action)).toEqual(["reinstate", "appeal", "suspend"]);
    const audit = await deps.db
      .selectFrom("audit_entries")
      .select("action")
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(audit.map((row) => row.action)).toEqual([
      "workspace:suspended",
      "workspace:appeal",
      "workspace:good",
    ]);
  });

  it("is for operators only and needs a rule and a reason", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "quiet");
    const member: Actor = { kind: "member", accountId: deps.ids.next(), workspaceId, role: "owner" };
    const input = { workspaceId, rule: "deception", reason: "A fake bank." };
    await expect(suspendWorkspace(deps, member, input)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(suspendWorkspace(deps, staff, { ...input, rule: "" })).rejects.toMatchObject({
      kind: "invalid",
    });
    await expect(suspendWorkspace(deps, staff, { ...input, reason: " " })).rejects.toMatchObject({
      kind: "invalid",
    });
    await expect(recordAppeal(deps, member, { workspaceId, reason: "Why?" })).rejects.toMatchObject({
      code: "not_suspended",
    });
  });

  it("keeps marketing in, even if the standing were wrong [aup.suspend]", async () => {
    const { deps } = instance();
    const bad = await insertTestWorkspace(deps, "bad");
    const good = await insertTestWorkspace(deps, "fine");
    await suspendWorkspace(deps, staff, { workspaceId: bad, rule: "malware", reason: "A trojan." });
    const message = (workspaceId: string) => ({
      workspaceId,
      leadId: "",
      addressHash: "",
      topicId: "",
      email: "",
    });
    const verdicts = await deps.transact((tx) => acceptableUseGate.decide(tx, [message(bad), message(good)]));
    expect(verdicts).toEqual([{ hold: "suspended" }, "allow"]);
  });
});

describe("findings", () => {
  it("are kept with rule, evidence and remedy, each for its own workspace [aup.check]", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "found");
    const pageId = deps.ids.next();
    const finding = {
      rule: "form.card",
      severity: "block",
      message: "Asks for a card number",
      evidence: "Card",
      remedy: "Remove it",
    } as const;
    await deps.transact((tx) =>
      recordFindings(deps, tx, { workspaceId, subjectKind: "page", subjectId: pageId, findings: [finding] }),
    );
    expect(await listFindings(deps, { workspaceId, subjectId: pageId })).toMatchObject([finding]);
    expect(await listFindings(deps, { workspaceId: deps.ids.next() })).toEqual([]);
  });
});
