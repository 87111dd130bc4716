import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestLeads } from "~/testing/factories/test-campaign";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import type { Actor } from "../actor";
import { defineReaction, dispatchEvents } from "../events/dispatch-events.server";
import { deleteLead } from "../leads/delete-leads.server";
import { findSiteByAddress } from "../sites/find-site-by-address.server";
import { findSuppressions } from "../suppression/find-suppressions.server";
import { answerPrivacyRequest } from "./answer-privacy-request.server";
import { confirmPrivacyRequest } from "./confirm-privacy-request.server";
import { eraseTraces } from "./erase-traces.server";
import { filePrivacyRequest } from "./file-privacy-request.server";
import {
  findOpenRequests,
  listAnsweredRequests,
  listOpenRequests,
  listPrivacyRequests,
} from "./list-privacy-requests.server";
import { confirmWithinMs } from "./privacy-request";
import { removeOldRequests } from "./remove-old-requests.server";
import { requestToken } from "./request-token.server";

const instance = useTestInstance();
const visitor: Actor = { kind: "visitor", ip: "192.0.2.0" };
let shop: TestSite;
let other: TestSite;

beforeAll(async () => {
  shop = await makeTestSite(instance().deps, { slug: "lantern" });
  other = await makeTestSite(instance().deps, { slug: "wharf" });
});

const staffOf = ({ workspaceId }: TestSite): Actor => ({
  kind: "member",
  accountId: instance().deps.ids.next(),
  workspaceId,
  role: "owner",
});

async function file(kind: string, email: string) {
  const { deps } = instance();
  await filePrivacyRequest(deps, "192.0.2.7", { workspaceId: shop.workspaceId, kind, email });
  const row = await deps.db
    .selectFrom("privacy_requests")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  return { id: row.id, token: requestToken(deps, { workspaceId: shop.workspaceId, id: row.id }) };
}

const shown = async () => (await listPrivacyRequests(instance().deps, shop.workspaceId, { limit: 50 })).rows;

describe("a request about one's data", () => {
  it("finds who is responsible by the address of the page", async () => {
    const { deps } = instance();
    for (const typed of ["http://lantern.localhost:3000/offer?x=1", "lantern.localhost", " Lantern "]) {
      expect((await findSiteByAddress(deps, typed))?.workspaceId).toBe(shop.workspaceId);
    }
    for (const typed of ["", "http://", "nobody.localhost", "'; drop table sites"]) {
      expect(await findSiteByAddress(deps, typed)).toBeUndefined();
    }
  });

  it("is shown to nobody before the mailbox has confirmed it, and then with its last day", async () => {
    const { deps } = instance();
    const { id, token } = await file("access", "ada@example.org");
    expect(await shown()).toEqual([]);
    await confirmPrivacyRequest(deps, visitor, token);
    await confirmPrivacyRequest(deps, visitor, token);
    const [request] = await shown();
    expect(request).toMatchObject({ id, kind: "access", state: "open" });
    expect((request?.dueAt ?? 0) - (request?.confirmedAt ?? 0)).toBe(30 * 86_400_000);
    expect((await listPrivacyRequests(deps, other.workspaceId, { limit: 50 })).rows).toEqual([]);
  });

  it("refuses forged links, wrong kinds and what is no address", async () => {
    const { deps } = instance();
    const { token } = await file("erasure", "bea@example.org");
    const forged = `${token.slice(0, -2)}${token.endsWith("AA") ? "BA" : "AA"}`;
    await expect(confirmPrivacyRequest(deps, visitor, forged)).rejects.toThrow("not complete");
    await expect(file("everything", "cem@example.org")).rejects.toThrow("Nothing was sent");
    await expect(file("access", "no address")).rejects.toThrow("Nothing was sent");
  });

  it("is forgotten when nobody confirms it", async () => {
    const { deps } = instance();
    const { token } = await file("access", "dora@example.org");
    deps.clock.advance(confirmWithinMs + 1);
    await expect(confirmPrivacyRequest(deps, visitor, token)).rejects.toThrow("no longer valid");
    await removeOldRequests(deps);
    await expect(confirmPrivacyRequest(deps, visitor, token)).rejects.toThrow("not complete");
  });

  it("stops all marketing at once when it is an objection", async () => {
    const { deps } = instance();
    const [lead] = await insertTestLeads(deps, shop.workspaceId, [{ email: "eva@example.org" }]);
    const hashes = [lead?.addressHash ?? ""];
    const { token } = await file("objection", "eva@example.org");
    expect(await findSuppressions(deps, shop.workspaceId, hashes)).toEqual([]);
    await confirmPrivacyRequest(deps, visitor, token);
    expect(await findSuppressions(deps, shop.workspaceId, hashes)).toMatchObject([
      { topicId: "", reason: "objection" },
    ]);
  });

  it("is answered once, by its own workspace only, in words that reach the person", async () => {
    const { deps } = instance();
    const { id, token } = await file("erasure", "finn@example.org");
    await confirmPrivacyRequest(deps, visitor, token);
    const input = { workspaceId: shop.workspaceId, requestId: id, outcome: "done" };
    const answer = "We have erased everything about you.";
    await expect(answerPrivacyRequest(deps, staffOf(other), { ...input, answer })).rejects.toThrow("role");
    await expect(answerPrivacyRequest(deps, staffOf(shop), { ...input, answer: " " })).rejects.toThrow();
    await answerPrivacyRequest(deps, staffOf(shop), { ...input, answer });
    await expect(answerPrivacyRequest(deps, staffOf(shop), { ...input, answer })).rejects.toThrow("already");
    const mails = await deps.db
      .selectFrom("mail_messages")
      .select("subject")
      .where("to_address", "=", "finn@example.org")
      .orderBy("id")
      .execute();
    expect(mails.map(({ subject }) => subject)).toEqual([
      "Confirm your request",
      "Answer to your request: Erase what you hold about me",
    ]);
  });
});

describe("the requests of a workspace [rights.deadline]", () => {
  it("wait apart from answered ones, the nearest deadline first, and are read page by page", async () => {
    const { deps } = instance();
    const { workspaceId } = await makeTestSite(deps, { slug: "deadlines" });
    const ids: string[] = [];
    // Filed in one order and confirmed in the other: the deadline runs from the confirmation.
    for (const name of ["first", "second", "third"]) {
      const email = `${name}@waiting.example`;
      await filePrivacyRequest(deps, "192.0.2.8", { workspaceId, kind: "correction", email });
      const { id } = await deps.db
        .selectFrom("privacy_requests")
        .select("id")
        .where("email", "=", email)
        .executeTakeFirstOrThrow();
      ids.push(id);
    }
    const [first = "", second = "", third = ""] = ids;
    for (const id of [third, first, second]) {
      deps.clock.advance(3_600_000);
      await confirmPrivacyRequest(deps, visitor, requestToken(deps, { workspaceId, id }));
    }
    const read = async (list: typeof listOpenRequests) => {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const { rows, nextCursor } = await list(deps, workspaceId, { cursor, limit: 1 });
        found.push(...rows.map(({ id }) => id));
        cursor = nextCursor;
      } while (cursor);
      return found;
    };
    expect(await read(listOpenRequests)).toEqual([third, first, second]);
    const { open, nextDueAt } = await findOpenRequests(deps, workspaceId);
    expect([open, nextDueAt]).toEqual([3, deps.clock.now() - 2 * 3_600_000 + 30 * 86_400_000]);

    const actor: Actor = { kind: "member", accountId: deps.ids.next(), workspaceId, role: "manager" };
    for (const requestId of [second, third]) {
      deps.clock.advance(1000);
      await answerPrivacyRequest(deps, actor, {
        ...{ workspaceId, requestId, outcome: "done", answer: "Your name is corrected." },
      });
    }
    expect(await read(listOpenRequests)).toEqual([first]);
    expect(await read(listAnsweredRequests)).toEqual([third, second]);
    expect(await findOpenRequests(deps, other.workspaceId)).toEqual({ open: 0, nextDueAt: undefined });
  });
});

describe("erasing a lead", () => {
  it("leaves no address in deliveries, and excludes what has not left", async () => {
    const { deps } = instance();
    const { workspaceId } = shop;
    const [lead] = await insertTestLeads(deps, workspaceId, [{ email: "gone@example.org" }]);
    const leadId = lead?.id ?? "";
    const delivery = {
      workspace_id: workspaceId,
      campaign_id: deps.ids.next(),
      lead_id: leadId,
      email: "gone@example.org",
      address_hash: lead?.addressHash ?? "",
      reason: "",
      tracked: 1,
      detail: "550 gone@example.org",
      lease_owner: "",
      lease_until: 0,
      lease_epoch: 0,
      attempts: 0,
      run_at: 0,
    };
    await deps.db
      .insertInto("deliveries")
      .values([
        { ...delivery, id: deps.ids.next(), state: "sent" },
        { ...delivery, id: deps.ids.next(), state: "prepared" },
      ] as never)
      .execute();
    await deleteLead(deps, staffOf(shop), { workspaceId, leadId });
    const reaction = defineReaction("lead.erased", "privacy.erase-traces", (tx, payload, event) =>
      eraseTraces(deps, tx, { workspaceId: event.workspaceId, leadId: payload.leadId }),
    );
    while ((await dispatchEvents(deps, [reaction])) > 0);
    const rows = await deps.db
      .selectFrom("deliveries")
      .select(["state", "reason", "lead_id", "email", "address_hash", "detail", "tracked"])
      .where("workspace_id", "=", workspaceId)
      .where("campaign_id", "=", delivery.campaign_id)
      .orderBy("id")
      .execute();
    const nobody = { lead_id: "", email: "", address_hash: "", detail: "", tracked: 0 };
    expect(rows).toEqual([
      { ...nobody, state: "sent", reason: "" },
      { ...nobody, state: "excluded", reason: "erased" },
    ]);
  });
});
