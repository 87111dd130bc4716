import { describe, expect, it } from "vitest";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { clickTokens, openToken } from "~/domain/campaigns/message-token.server";
import { startDelivery } from "~/domain/campaigns/start-delivery.server";
import { createTopic } from "~/domain/consent/create-topic.server";
import { findSuppressions } from "~/domain/suppression/find-suppressions.server";
import { type Recipient, recipientToken } from "~/domain/suppression/recipient-token.server";
import { changeStanding } from "~/domain/workspaces/change-standing.server";
import { insertTestLeads, makeTestCampaign, makeTestWriter, system } from "~/testing/factories/test-campaign";
import { useTestApp } from "~/testing/http/test-app";

const instance = useTestApp();
const host = "localhost:3000";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

let made = 0;
async function recipient(options: { tracking?: boolean; topic?: boolean } = {}) {
  const { deps } = instance();
  made += 1;
  const own = await makeTestWriter(deps, `links-${made}`);
  const { workspaceId } = own;
  const topicId = options.topic
    ? (await createTopic(deps, system, { workspaceId, name: "Workshops", description: "" })).id
    : "";
  const [lead] = await insertTestLeads(
    deps,
    workspaceId,
    [{ email: "jane@links.example", name: "Jäne & Co" }],
    options.tracking === undefined ? {} : { tracking: options.tracking },
  );
  const { id: campaignId } = await makeTestCampaign(deps, own, { topicId });
  await startDelivery(deps, system, { workspaceId, campaignId });
  const row = await deps.db
    .selectFrom("deliveries")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .executeTakeFirstOrThrow();
  await deps.db
    .updateTable("deliveries")
    .set({ state: "sent", sent_at: deps.clock.now() - 60_000 })
    .where("id", "=", row.id)
    .execute();
  const who: Recipient = {
    workspaceId,
    topicId,
    addressHash: lead?.addressHash ?? "",
    deliveryId: row.id,
  };
  return {
    deps,
    workspaceId,
    campaignId,
    who,
    token: recipientToken(deps, "unsubscribe", who),
    preferences: recipientToken(deps, "preferences", who),
    ref: { workspaceId, campaignId, deliveryId: row.id },
    stopped: async () =>
      (await findSuppressions(deps, workspaceId, [who.addressHash])).map(({ topicId: id, source }) => ({
        id,
        source,
      })),
    delivery: () =>
      deps.db.selectFrom("deliveries").selectAll().where("id", "=", row.id).executeTakeFirstOrThrow(),
  };
}

const oneClick = (url: string) =>
  instance().app.inject({
    method: "POST",
    url,
    headers: { host, "content-type": "application/x-www-form-urlencoded" },
    payload: "List-Unsubscribe=One-Click",
  });

const get = (url: string, headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET") =>
  instance().app.inject({ method, url, headers: { host, "user-agent": firefox, ...headers } });

describe("the unsubscribe link", () => {
  it("changes nothing by GET or HEAD, however often scanners follow it [email.unsubscribe]", async () => {
    const { token, stopped } = await recipient();
    for (let times = 0; times < 10; times += 1) {
      const page = await get(`/u/${token}`);
      expect(page.statusCode).toBe(200);
      expect((await get(`/u/${token}`, {}, "HEAD")).statusCode).toBe(200);
      expect(page.body.match(/<button/g)).toHaveLength(1);
      expect(page.body).toContain("j•••@l•••.example");
      expect(page.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
    }
    expect(await stopped()).toEqual([]);
  });

  it("unsubscribes by one click, urlencoded or multipart, on any spelling of the path, without cookie or redirect [email.optout]", async () => {
    for (const spelling of ["", "/", "?utm_source=mail"]) {
      const { token, stopped } = await recipient();
      const answer = await oneClick(`/u/${token}${spelling}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers["set-cookie"]).toBeUndefined();
      expect(await stopped()).toEqual([{ id: "", source: "one_click" }]);
      expect((await oneClick(`/u/${token}`)).statusCode).toBe(200);
    }
    const { token, stopped, delivery } = await recipient();
    const multipart = await instance().app.inject({
      method: "POST",
      url: `/u/${token}`,
      headers: { host, "content-type": "multipart/form-data; boundary=xyz" },
      payload:
        '--xyz\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--xyz--\r\n',
    });
    expect(multipart.statusCode).toBe(200);
    expect(await stopped()).toEqual([{ id: "", source: "one_click" }]);
    expect((await delivery()).unsubscribed_at).not.toBeNull();
  });

  it("says so to those who come back after leaving a topic, and offers to stop the rest", async () => {
    const { token, stopped } = await recipient({ topic: true });
    await oneClick(`/u/${token}`);
    const [ended] = await stopped();
    expect(ended?.id).not.toBe("");
    const again = await get(`/u/${token}`);
    expect(again.body).toContain("<h1>You are unsubscribed</h1>");
    expect(again.body).toContain('name="scope" value="all"');
    expect(again.body.match(/<button/g)).toHaveLength(1);
    expect(await stopped()).toHaveLength(1);
  });

  it("answers the page's button with a confirmation in the reader's language", async () => {
    const { token, stopped } = await recipient();
    const answer = await instance().app.inject({
      method: "POST",
      url: `/u/${token}`,
      headers: {
        host,
        "content-type": "application/x-www-form-urlencoded",
        "accept-language": "ar;q=0.3, de-AT",
        origin: "null",
      },
      payload: "",
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<html lang="de" dir="ltr">');
    expect(answer.body).toContain("Sie sind abgemeldet");
    expect(await stopped()).toEqual([{ id: "", source: "page" }]);
    expect((await get(`/u/${token}`, { "accept-language": "ar" })).body).toContain(
      '<html lang="ar" dir="rtl">',
    );
  });

  it("stops the campaign's topic only, and offers to stop all", async () => {
    const { token, who, stopped } = await recipient({ topic: true });
    await oneClick(`/u/${token}`);
    expect(await stopped()).toEqual([{ id: who.topicId, source: "one_click" }]);
    const page = await instance().app.inject({ method: "POST", url: `/u/${token}`, headers: { host } });
    expect(page.body).toContain("Workshops");
    expect(page.body).toContain('name="scope" value="all"');
    await instance().app.inject({
      method: "POST",
      url: `/u/${token}`,
      headers: { host, "content-type": "application/x-www-form-urlencoded" },
      payload: "scope=all",
    });
    expect((await stopped()).map(({ id }) => id).sort()).toEqual(["", who.topicId].sort());
  });

  it("answers every wrong token alike and changes nothing", async () => {
    const { token, preferences, stopped } = await recipient();
    const forged = `${token.slice(0, 40)}${token[40] === "A" ? "B" : "A"}${token.slice(41)}`;
    const answers = [];
    for (const wrong of [forged, preferences, "x", "a".repeat(114), "%00", "..%2f..%2fetc"]) {
      const answer = await oneClick(`/u/${wrong}`);
      answers.push([answer.statusCode, answer.body]);
      expect((await get(`/u/${wrong}`)).statusCode).toBe(404);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    expect(await stopped()).toEqual([]);
  });

  it("works for suspended, closing and deleted workspaces", async () => {
    for (const fate of ["suspended", "closing", "deleted"] as const) {
      const { deps, workspaceId, token, stopped } = await recipient();
      if (fate === "deleted") {
        await deps.db.deleteFrom("deliveries").where("workspace_id", "=", workspaceId).execute();
        await deps.db.deleteFrom("workspaces").where("id", "=", workspaceId).execute();
      } else {
        await deps.transact((tx) =>
          changeStanding(deps, tx, system, { workspaceId, standing: fate, reason: "test" }),
        );
      }
      expect((await get(`/u/${token}`)).statusCode).toBe(200);
      expect((await oneClick(`/u/${token}`)).statusCode).toBe(200);
      expect(await stopped()).toEqual([{ id: "", source: "one_click" }]);
    }
  });
});

describe("the preference centre", () => {
  const save = (token: string, payload: string) =>
    instance().app.inject({
      method: "POST",
      url: `/preferences/${token}`,
      headers: { host, "content-type": "application/x-www-form-urlencoded" },
      payload,
    });

  it("shows the choices, and only a POST changes them", async () => {
    const { preferences, who, stopped } = await recipient({ topic: true });
    const page = await get(`/preferences/${preferences}`);
    expect(page.body).toContain("j•••@l•••.example");
    expect(page.body).not.toContain("jane@links.example");
    expect(page.body).toContain("Workshops");
    expect(await stopped()).toEqual([]);
    await save(preferences, "mail=yes&tracking=no");
    expect(await stopped()).toEqual([{ id: who.topicId, source: "preferences" }]);
    await save(preferences, `mail=yes&topic=${who.topicId}&tracking=no`);
    expect(await stopped()).toEqual([]);
    expect((await save("forged", "mail=no")).statusCode).toBe(404);
  });

  it("stops all, and gives mail back to nobody but the person [email.unsubscribe]", async () => {
    const { deps, preferences, who, stopped } = await recipient();
    await save(preferences, "mail=no&tracking=no");
    expect(await stopped()).toEqual([{ id: "", source: "preferences" }]);
    const states = deps.db
      .selectFrom("consent_states")
      .select(["purpose", "state"])
      .where("workspace_id", "=", who.workspaceId)
      .orderBy("purpose");
    expect(await states.execute()).toEqual([
      { purpose: "mail", state: "withdrawn" },
      { purpose: "tracking", state: "withdrawn" },
    ]);
    await save(preferences, "mail=yes&tracking=yes");
    expect(await stopped()).toEqual([]);
    expect(await states.execute()).toEqual([
      { purpose: "mail", state: "granted" },
      { purpose: "tracking", state: "granted" },
    ]);
  });
});

describe("opens and clicks", () => {
  it("are stored for those who agreed, people and machines apart [email.beacon]", async () => {
    const { deps, ref, delivery } = await recipient({ tracking: true });
    const picture = await get(`/o/${openToken(deps, ref)}.gif`);
    expect(picture.headers).toMatchObject({
      "content-type": "image/gif",
      "cache-control": "no-store, max-age=0",
    });
    await get(`/o/${openToken(deps, ref)}.gif`, {
      "user-agent": "Mozilla/5.0 (via ggpht.com GoogleImageProxy)",
    });
    const click = await get(`/c/${clickTokens(deps, ref)(0)}`);
    expect(click.statusCode).toBe(302);
    expect(click.headers.location).toBe("https://shop.example/offer?who=J%C3%A4ne%20%26%20Co");
    const row = await delivery();
    expect(row.opened_human_at).not.toBeNull();
    expect(row.opened_machine_at).not.toBeNull();
    expect(row.clicked_at).not.toBeNull();
  });

  it("leave no trace of who refused, also in messages sent before [email.beacon]", async () => {
    const { deps, ref, preferences, delivery } = await recipient({ tracking: true });
    await instance().app.inject({
      method: "POST",
      url: `/preferences/${preferences}`,
      headers: { host, "content-type": "application/x-www-form-urlencoded" },
      payload: "mail=yes&tracking=no",
    });
    const known = await get(`/o/${openToken(deps, ref)}.gif`);
    const unknown = await get("/o/nothing.gif");
    expect(known.rawPayload).toEqual(unknown.rawPayload);
    const stable = ({ date: _date, ...headers }: Record<string, unknown>) => headers;
    expect(stable(known.headers)).toEqual(stable(unknown.headers));
    expect((await get(`/c/${clickTokens(deps, ref)(1)}`)).headers.location).toBe(
      "https://shop.example/terms",
    );
    expect(await delivery()).toMatchObject({
      opened_human_at: null,
      opened_machine_at: null,
      clicked_at: null,
    });
    const events = await deps.db
      .selectFrom("opens")
      .select("id")
      .where("delivery_id", "=", ref.deliveryId)
      .execute();
    expect(events).toEqual([]);
  });

  it("lead nowhere but to the stored address, and nowhere while the workspace is suspended [aup.suspend]", async () => {
    const { deps, ref, workspaceId } = await recipient({ tracking: true });
    const tokens = clickTokens(deps, ref);
    const good = tokens(0);
    for (const wrong of [tokens(99), `${good}A`, "https:%2f%2fevil.example", openToken(deps, ref)]) {
      expect((await get(`/c/${wrong}?url=https://evil.example`)).statusCode).toBe(404);
    }
    await deps.transact((tx) =>
      changeStanding(deps, tx, system, { workspaceId, standing: "suspended", reason: "test" }),
    );
    expect((await get(`/c/${good}`)).statusCode).toBe(451);
  });

  it("settle an unknown outcome", async () => {
    const { deps, ref, workspaceId, campaignId, delivery } = await recipient({ tracking: true });
    await deps.db
      .updateTable("deliveries")
      .set({ state: "unknown" })
      .where("id", "=", ref.deliveryId)
      .execute();
    await get(`/o/${openToken(deps, ref)}.gif`);
    expect((await delivery()).state).toBe("sent");
    expect((await getCampaign(deps, workspaceId, campaignId)).candidates).toBe(1);
  });
});
