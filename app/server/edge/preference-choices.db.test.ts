import { describe, expect, it } from "vitest";
import { prepareDeliveries } from "~/domain/campaigns/prepare-deliveries.server";
import { startDelivery } from "~/domain/campaigns/start-delivery.server";
import { createTopic } from "~/domain/consent/create-topic.server";
import { findConsentStates } from "~/domain/consent/find-consent-states.server";
import { addressHasher } from "~/domain/suppression/address-hash.server";
import { recipientToken } from "~/domain/suppression/recipient-token.server";
import { insertTestLeads, makeTestCampaign, makeTestWriter, system } from "~/testing/factories/test-campaign";
import { useTestApp } from "~/testing/http/test-app";

const instance = useTestApp();
const host = "localhost:3000";
let made = 0;

async function recipient() {
  const { deps } = instance();
  made += 1;
  const own = await makeTestWriter(deps, `choices-${made}`);
  const { workspaceId } = own;
  const email = `jane${made}@links.example`;
  const [lead] = await insertTestLeads(deps, workspaceId, [{ email, name: "Jane" }]);
  const send = async () => {
    const { id: campaignId } = await makeTestCampaign(deps, own);
    await startDelivery(deps, system, { workspaceId, campaignId });
    await prepareDeliveries(deps, { workspaceId, campaignId, goOn: async () => true });
    const row = await deps.db
      .selectFrom("deliveries")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("campaign_id", "=", campaignId)
      .executeTakeFirstOrThrow();
    if (row.state === "prepared") {
      await deps.db
        .updateTable("deliveries")
        .set({ state: "sent", sent_at: deps.clock.now() })
        .where("workspace_id", "=", workspaceId)
        .where("id", "=", row.id)
        .execute();
    }
    return row;
  };
  const first = await send();
  const who = { workspaceId, topicId: "", addressHash: lead?.addressHash ?? "", deliveryId: first.id };
  return {
    deps,
    workspaceId,
    email,
    leadId: lead?.id ?? "",
    send,
    who,
    page: `/preferences/${recipientToken(deps, "preferences", who)}`,
  };
}

const get = (url: string, language = "en") =>
  instance().app.inject({ url, headers: { host, "accept-language": language } });
const post = (url: string, fields: Record<string, string>, language = "en") =>
  instance().app.inject({
    method: "POST",
    url,
    headers: { host, "content-type": "application/x-www-form-urlencoded", "accept-language": language },
    payload: new URLSearchParams(fields).toString(),
  });

/** The link of the newest letter to an address; empty when there is none. */
async function letterTo(address: string): Promise<string> {
  const { deps } = instance();
  const rows = await deps.db
    .selectFrom("mail_messages")
    .selectAll()
    .where("to_address", "=", address)
    .orderBy("id", "desc")
    .execute();
  const [newest] = rows;
  return newest
    ? (/\/preferences\/address\/[\w-]+/.exec(deps.keys.open(newest.text, newest.id))?.[0] ?? "")
    : "";
}

describe("how often somebody wants mail", () => {
  it("is chosen on the preference page and kept to by every later campaign", async () => {
    const { deps, page, send } = await recipient();
    expect((await get(page)).body).toContain("At most once a week");
    expect((await send()).state).toBe("prepared");
    const saved = await post(page, { mail: "yes", tracking: "no", every: "7" });
    expect(saved.body).toMatch(/value="7" checked/);
    expect(await send()).toMatchObject({ state: "excluded", reason: "frequency" });
    deps.clock.advance(7 * 86_400_000);
    expect((await send()).state).toBe("prepared");
    await post(page, { mail: "yes", every: "0" });
    expect((await send()).state).toBe("prepared");
    expect((await post(page, { mail: "yes", every: "-5" })).body).toMatch(/value="0" checked/);
  });
});

describe("what a person did not say", () => {
  it("stays as it was: a request without the page's fields stops no topic", async () => {
    const { deps, workspaceId, page } = await recipient();
    const topic = await createTopic(deps, system, { workspaceId, name: "Bread", description: "" });
    const box = new RegExp(`value="${topic.id}"( checked)?>`);
    const isWanted = async () => box.exec((await get(page)).body)?.[1] !== undefined;
    expect(await isWanted()).toBe(true);
    expect((await post(page, {})).statusCode).toBe(200);
    expect(await isWanted()).toBe(true);
    await post(page, { mail: "yes" });
    expect(await isWanted()).toBe(false);
    await post(page, { tracking: "no" });
    expect(await isWanted()).toBe(false);
  });
});

describe("a change of address", () => {
  it("happens when the old and then the new mailbox agree, and takes the choices along", async () => {
    const { deps, page, email, leadId, workspaceId, who } = await recipient();
    await post(page, { mail: "yes", tracking: "no", every: "30" });
    const next = `new${made}@links.example`;
    const asked = await post(page, { address: next });
    expect(asked.statusCode).toBe(200);
    expect(asked.body).toContain("j•••");
    expect(await letterTo(next)).toBe("");
    const old = await letterTo(email);
    expect((await get(old)).body).toContain(next);
    const leadNow = () =>
      deps.db
        .selectFrom("leads")
        .select("email")
        .where("workspace_id", "=", workspaceId)
        .where("id", "=", leadId)
        .executeTakeFirstOrThrow();
    expect((await leadNow()).email).toBe(email);
    expect((await post(old, {})).body).toContain(next);
    expect((await leadNow()).email).toBe(email);
    const link = await letterTo(next);
    expect((await get(link)).body).not.toContain(email);
    expect((await leadNow()).email).toBe(email);
    const done = await post(link, {});
    expect(done.statusCode).toBe(200);
    expect(done.body).toContain(next);
    expect((await leadNow()).email).toBe(next);
    const hash = await addressHasher(deps, deps.db, workspaceId);
    const states = await findConsentStates(deps.db, workspaceId, [hash(next), who.addressHash], "mail");
    expect(states.get(hash(next))?.state).toBe("granted");
    expect(states.get(who.addressHash)?.state).toBe("withdrawn");
    const often = await deps.db
      .selectFrom("mail_frequencies")
      .selectAll()
      .where("address_hash", "=", hash(next))
      .execute();
    expect(often).toMatchObject([{ every_days: 30 }]);
    expect((await post(link, {})).statusCode).toBe(200);
  });

  it("carries an opt-out along, so that it is no way round it", async () => {
    const { deps, page, email, workspaceId } = await recipient();
    await post(page, { mail: "no" });
    const next = `stopped${made}@links.example`;
    await post(page, { address: next });
    await post(await letterTo(email), {});
    await post(await letterTo(next), {});
    const hash = await addressHasher(deps, deps.db, workspaceId);
    const rows = await deps.db
      .selectFrom("suppressions")
      .selectAll()
      .where("address_hash", "=", hash(next))
      .execute();
    expect(rows).toMatchObject([{ reason: "unsubscribe", lifted_at: null }]);
  });

  it("is refused for what is no address, for a known one, and by links that are old or forged", async () => {
    const { deps, page, email, workspaceId } = await recipient();
    const wrong = await post(page, { address: '"nonsense' }, "de");
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toMatch(
      /<input type="email"[^>]* value="&quot;nonsense" aria-invalid="true" aria-describedby="w">/,
    );
    expect(wrong.body).toContain(`<a href="${page}">`);
    expect(wrong.body).toContain("Bitte geben Sie eine E-Mail-Adresse ein");
    const taken = `taken${made}@links.example`;
    await insertTestLeads(deps, workspaceId, [{ email: taken }]);
    await post(page, { address: taken });
    await post(await letterTo(email), {});
    expect((await post(await letterTo(taken), {})).statusCode).toBe(409);
    const next = `late${made}@links.example`;
    await post(page, { address: next });
    const link = await letterTo(email);
    expect((await get(`${link}x`)).statusCode).toBe(410);
    expect((await get(link.replace("/address", ""))).statusCode).toBe(404);
    deps.clock.advance(4 * 86_400_000);
    expect((await post(link, {})).statusCode).toBe(410);
    expect(await letterTo(next)).toBe("");
  });
});
