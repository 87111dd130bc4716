import { describe, expect, it } from "vitest";
import { assembleServerDeps } from "~/server/assemble.server";
import { useTestInstance } from "~/testing/db/test-deps";
import {
  insertTestLeads,
  letter,
  makeTestCampaign,
  makeTestWriter,
  system,
} from "~/testing/factories/test-campaign";
import { listWorkspaceOutbox, readWorkspaceMessage } from "../mail/workspace-outbox.server";
import { createSegment } from "../segments/create-segment.server";
import { createSender } from "../senders/create-sender.server";
import { updateWorkspace } from "../workspaces/update-workspace.server";
import { checkCampaign } from "./check-campaign.server";
import { copyCampaign } from "./copy-campaign.server";
import { countDeliveries } from "./count-deliveries.server";
import { createCampaign } from "./create-campaign.server";
import { deleteCampaign } from "./delete-campaign.server";
import { forecastDelivery } from "./forecast-delivery.server";
import { getCampaign } from "./get-campaign.server";
import { listCampaigns } from "./list-campaigns.server";
import { prepareDeliveries } from "./prepare-deliveries.server";
import { previewCampaign } from "./preview-campaign.server";
import { sendTest } from "./send-test.server";
import { startDelivery } from "./start-delivery.server";
import { startDueCampaigns } from "./start-due-campaigns.server";
import { stopDelivery } from "./stop-delivery.server";
import { updateCampaign } from "./update-campaign.server";

const instance = useTestInstance({ FOYER_DEMO: "0" });
const open = () => ({ ...assembleServerDeps(instance().deps), clock: instance().deps.clock });

let made = 0;
async function writer() {
  made += 1;
  return makeTestWriter(open(), `campaign-${made}`);
}

describe("a draft", () => {
  it("is saved by one of two people, and the other is told", async () => {
    const deps = open();
    const own = await writer();
    const { workspaceId } = own;
    const { id: campaignId } = await makeTestCampaign(deps, own);
    const change = { workspaceId, campaignId, revision: 1 };
    expect(await updateCampaign(deps, system, { ...change, subject: "New" })).toMatchObject({ revision: 2 });
    await expect(updateCampaign(deps, system, { ...change, subject: "Other" })).rejects.toMatchObject({
      kind: "conflict",
      code: "campaign_changed",
    });
    expect((await getCampaign(deps, workspaceId, campaignId)).subject).toBe("New");
    await expect(
      updateCampaign(deps, system, { ...change, workspaceId: deps.ids.next() }),
    ).rejects.toMatchObject({ kind: "not_found" });
    const copy = await copyCampaign(deps, system, { workspaceId, campaignId });
    expect(copy).toMatchObject({ name: "Autumn (copy)", subject: "New", state: "draft" });
    await deleteCampaign(deps, system, { workspaceId, campaignId: copy.id });
    expect((await listCampaigns(deps, workspaceId, { limit: 10, q: "autumn" })).rows).toHaveLength(1);
  });

  it("is in the language it says, or else in that of its workspace", async () => {
    const deps = open();
    const { workspaceId } = await writer();
    await updateWorkspace(deps, system, { workspaceId, settings: { locale: "ar" } });
    const startOf = async (html: string | undefined) => {
      const made = await createCampaign(deps, system, { workspaceId, name: "Given", html });
      const first = (await previewCampaign(deps, { workspaceId, campaignId: made.id })).html;
      const given = { workspaceId, campaignId: made.id, revision: made.revision };
      await updateCampaign(deps, system, { ...given, html: html ?? "" });
      const { html: saved } = await previewCampaign(deps, { workspaceId, campaignId: made.id });
      return [first, saved].map((text) => /<html lang="[^"]*" dir="[^"]*"/.exec(text)?.[0]);
    };
    const own = '<html lang="ar" dir="rtl"';
    expect(await startOf("<p>Salaam</p>")).toEqual([own, own]);
    expect(await startOf(undefined)).toEqual([own, own]);
    const german = '<html lang="de" dir="ltr"';
    expect(await startOf('<html lang="de"><body><p>Hallo</p></body></html>')).toEqual([german, german]);
  });

  it("keeps nothing active of the HTML it was given, and says what went", async () => {
    const deps = open();
    const { workspaceId } = await writer();
    const { id, removed } = await createCampaign(deps, system, {
      workspaceId,
      name: "Given",
      html: `<p onclick="x()">Hi</p><script>alert(1)</script><a href="javascript:alert(1)">go</a><img src=x onerror=alert(1)>`,
    });
    expect(removed.length).toBeGreaterThan(0);
    const { html } = await previewCampaign(deps, { workspaceId, campaignId: id });
    expect(html).not.toMatch(/script|onclick|onerror|javascript/i);
    await expect(createCampaign(deps, system, { workspaceId, name: " " })).rejects.toMatchObject({
      details: { fields: { name: expect.any(String) } },
    });
    await expect(
      createCampaign(deps, system, { workspaceId, name: "x", document: { kind: "page" } }),
    ).rejects.toMatchObject({
      code: "document_invalid",
    });
  });

  it("is not started without unsubscribe link, subject or usable sender [email.optout]", async () => {
    const deps = open();
    const own = await writer();
    const { workspaceId } = own;
    await insertTestLeads(deps, workspaceId, [{ email: "a@refused.example" }]);
    const unverified = await createSender(deps, system, {
      workspaceId,
      fromName: "New",
      fromEmail: "hello@new.example",
      postalAddress: "New, Street 1, 10115 Berlin",
    });
    const cases = [
      [{ html: "<p>Hello</p>" }, "mail.unsubscribe"],
      [
        { html: `<p>Hi</p><a href="{{unsubscribe_url}}" style="display:none">Unsubscribe</a>` },
        "mail.unsubscribe",
      ],
      [{ subject: "" }, "mail.subject-missing"],
      [{ senderId: unverified.id }, "mail.sender-unverified"],
      [{ senderId: "" }, "mail.sender-missing"],
    ] as const;
    for (const [changes, rule] of cases) {
      const campaign = await createCampaign(deps, system, {
        ...own,
        name: "Refused",
        subject: "Hi",
        html: letter,
        ...changes,
      });
      const refused = startDelivery(deps, system, { workspaceId, campaignId: campaign.id });
      await expect(refused).rejects.toMatchObject({
        kind: "invalid",
        code: "campaign_refused",
        details: {
          data: { findings: expect.arrayContaining([expect.objectContaining({ rule, severity: "block" })]) },
        },
      });
      expect((await getCampaign(deps, workspaceId, campaign.id)).state).toBe("draft");
    }
  });

  it("is told once that it lacks a subject and a sender", async () => {
    const deps = open();
    const { workspaceId } = await writer();
    const { id: campaignId } = await createCampaign(deps, system, {
      workspaceId,
      name: "Empty",
      html: letter,
    });
    const { findings } = await checkCampaign(deps, { workspaceId, campaignId });
    expect(findings.map(({ rule }) => rule)).toEqual(["mail.subject-missing", "mail.sender-missing"]);
  });

  it("gets the postal address added where its content lacks it", async () => {
    const deps = open();
    const own = await writer();
    const { id: campaignId } = await makeTestCampaign(deps, own, {
      html: `<p>Hi</p><a href="{{unsubscribe_url}}">Unsubscribe</a>`,
    });
    const { findings } = await checkCampaign(deps, { workspaceId: own.workspaceId, campaignId });
    expect(findings.filter(({ severity }) => severity === "block")).toEqual([]);
    const { html, text } = await previewCampaign(deps, { workspaceId: own.workspaceId, campaignId });
    expect(html).toContain("Quay 1<br>20457 Hamburg");
    expect(text).toContain("20457 Hamburg");
  });

  it("goes as a test to the member who asks, marked as one [email.optout]", async () => {
    const deps = open();
    const own = await writer();
    const { workspaceId } = own;
    const { id: campaignId } = await makeTestCampaign(deps, own);
    await sendTest(deps, system, {
      workspaceId,
      campaignId,
      to: { accountId: deps.ids.next(), email: "owner@harbour.example", name: "Olga" },
    });
    const { rows } = await listWorkspaceOutbox(deps, workspaceId, { limit: 10 });
    expect(rows).toMatchObject([
      { audience: "test", subject: "[Test] Hello Olga", to_address: "owner@harbour.example" },
    ]);
    const { raw } = await readWorkspaceMessage(deps, workspaceId, rows[0]?.id ?? "");
    expect(raw.toString()).toMatch(/^List-Unsubscribe: </m);
    expect(raw.toString()).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; [^\r]+ d=harbour\.example;/);
    await expect(readWorkspaceMessage(deps, deps.ids.next(), rows[0]?.id ?? "")).rejects.toMatchObject({
      kind: "not_found",
    });
    expect((await countDeliveries(deps, workspaceId, campaignId)).candidates).toBe(0);
  });
});

describe("an audience", () => {
  it("is a segment, and is forecast as it is then frozen [email.unsolicited]", async () => {
    const deps = open();
    const own = await writer();
    const { workspaceId } = own;
    await insertTestLeads(deps, workspaceId, [
      { email: "k1@seg.example", fields: { city: "Köln" } },
      { email: "k2@seg.example", fields: { city: "Köln" } },
      { email: "b1@seg.example", fields: { city: "Berlin" } },
    ]);
    await insertTestLeads(deps, workspaceId, [{ email: "k3@seg.example", fields: { city: "Köln" } }], {
      mail: false,
    });
    const segment = await createSegment(deps, system, {
      workspaceId,
      name: "Köln",
      filter: { match: "all", rules: [{ kind: "field", field: "city", is: "equals", value: "köln" }] },
    });
    const { id: campaignId } = await makeTestCampaign(deps, own, { segmentId: segment.id });
    const forecast = await forecastDelivery(deps, { workspaceId, campaignId });
    expect(forecast).toEqual({ candidates: 3, prepared: 2, excluded: { no_basis: 1 }, more: false });
    const counts = await startDelivery(deps, system, { workspaceId, campaignId });
    expect(counts).toMatchObject({ state: "sending", candidates: 3, states: { prepared: 2, excluded: 1 } });
  });

  it("is frozen once, however many processes and repeats work on it", async () => {
    const deps = open();
    const own = await writer();
    const { workspaceId } = own;
    const people = Array.from({ length: 1203 }, (_, index) => ({ email: `p${index}@many.example` }));
    await insertTestLeads(deps, workspaceId, people);
    const { id: campaignId } = await makeTestCampaign(deps, own);
    await Promise.all([
      startDelivery(deps, system, { workspaceId, campaignId }),
      startDelivery(deps, system, { workspaceId, campaignId }),
    ]);
    const always = async () => true;
    const prepare = () => prepareDeliveries(deps, { workspaceId, campaignId, goOn: always });
    await Promise.all([prepare(), prepare(), prepare()]);
    const { candidates, states } = await countDeliveries(deps, workspaceId, campaignId);
    expect(candidates).toBe(1203);
    expect(states.prepared).toBe(1203);
    expect((await getCampaign(deps, workspaceId, campaignId)).candidates).toBe(1203);
    const distinct = await deps.db
      .selectFrom("deliveries")
      .select("address_hash")
      .distinct()
      .where("campaign_id", "=", campaignId)
      .execute();
    expect(distinct).toHaveLength(1203);
  });

  it("is refused to whoever looked at it before somebody else saved it, and nothing is sent", async () => {
    const deps = open();
    const own = await writer();
    const { workspaceId } = own;
    await insertTestLeads(deps, workspaceId, [{ email: "one@late.example" }]);
    const { id: campaignId } = await makeTestCampaign(deps, own);
    const change = { workspaceId, campaignId, revision: 1, subject: "Other words" };
    let saved = false;
    /** Somebody saves after the draft was checked and before it is frozen. */
    const late: typeof deps = {
      ...deps,
      async transact(work, options) {
        if (!saved) await updateCampaign(deps, system, change);
        saved = true;
        return deps.transact(work, options);
      },
    };
    await expect(startDelivery(late, system, { workspaceId, campaignId })).rejects.toMatchObject({
      kind: "conflict",
      code: "campaign_changed",
    });
    expect(await countDeliveries(deps, workspaceId, campaignId)).toMatchObject({
      state: "draft",
      candidates: 0,
    });
    const counts = await startDelivery(deps, system, { workspaceId, campaignId });
    expect(counts).toMatchObject({ state: "sending", states: { prepared: 1 } });
  });

  it("waits for its hour, and can be stopped before", async () => {
    const deps = open();
    const own = await writer();
    const { workspaceId } = own;
    await insertTestLeads(deps, workspaceId, [{ email: "later@many.example" }]);
    const at = deps.clock.now() + 3_600_000;
    const start = async () => {
      const { id: campaignId } = await makeTestCampaign(deps, own);
      const counts = await startDelivery(deps, system, { workspaceId, campaignId, at });
      expect(counts).toMatchObject({ state: "scheduled", states: { prepared: 1 } });
      return campaignId;
    };
    const stopped = await start();
    await stopDelivery(deps, system, { workspaceId, campaignId: stopped });
    const waiting = await start();
    expect(await startDueCampaigns(deps)).toBe(0);
    deps.clock.advance(3_600_001);
    expect(await startDueCampaigns(deps)).toBe(1);
    expect((await getCampaign(deps, workspaceId, waiting)).state).toBe("sending");
    expect(await countDeliveries(deps, workspaceId, stopped)).toMatchObject({
      state: "stopped",
      states: { cancelled: 1 },
    });
  });
});
