import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { openKeyRing } from "../keys/key-ring.server";
import { addressHasher, everyHash, hashWith } from "./address-hash.server";
import { findSuppressions } from "./find-suppressions.server";
import { liftSuppression } from "./lift-suppression.server";
import { listSuppressions } from "./list-suppressions.server";
import { noteComplaint } from "./note-complaint.server";
import { readRecipientToken, recipientToken } from "./recipient-token.server";
import { suppressAddress } from "./suppress-address.server";
import { suppressEmail } from "./suppress-email.server";
import { suppressionGate } from "./suppression-gate.server";
import { insertPlatformSuppression } from "./suppression-queries.server";

const instance = useTestInstance();
const visitor = { kind: "visitor", ip: "192.0.2.0" } as const;

async function person(email: string) {
  const { deps } = instance();
  const workspaceId = deps.ids.next();
  const hash = await addressHasher(deps, deps.db, workspaceId);
  const member = { kind: "member", accountId: deps.ids.next(), workspaceId, role: "owner" } as const;
  const topicId = deps.ids.next();
  const decide = (topic = "", to = email) =>
    deps.transact(async (tx) => {
      const message = { workspaceId, addressHash: hash(to), topicId: topic, email: to };
      return (await suppressionGate(deps).decide(tx, [message]))[0];
    });
  return { deps, workspaceId, member, topicId, addressHash: hash(email), decide };
}

describe("a suppressed address", () => {
  it("is in the journal before the row, and stays away from every topic [email.unsubscribe]", async () => {
    const { deps, workspaceId, addressHash, decide, topicId } = await person("ada@example.org");
    expect(await decide()).toBe("allow");
    const act = { workspaceId, addressHash, reason: "unsubscribe", source: "one_click" } as const;
    expect(await suppressAddress(deps, visitor, act)).toEqual({ changed: true });
    expect(await suppressAddress(deps, visitor, act)).toEqual({ changed: false });
    expect((await deps.journal.read()).at(-1)).toMatchObject({
      kind: "suppression",
      workspaceId,
      addressHash,
    });
    expect(await decide()).toEqual({ exclude: "suppressed" });
    expect(await decide(topicId)).toEqual({ exclude: "suppressed" });
    expect(await findSuppressions(deps, workspaceId, [addressHash])).toHaveLength(1);
    expect(await findSuppressions(deps, deps.ids.next(), [addressHash])).toEqual([]);
  });

  it("is found under either key of a workspace that an earlier version let make two [email.optout]", async () => {
    const { deps, workspaceId, addressHash, decide, topicId } = await person("two@example.org");
    const other = Buffer.alloc(32, 5);
    await deps.keys.adoptBeside(deps.db, workspaceId, "suppression", other);
    const otherHash = hashWith(other, "two@example.org");
    expect(otherHash).not.toBe(addressHash);
    const act = {
      workspaceId,
      addressHash: otherHash,
      topicId,
      reason: "unsubscribe",
      source: "page",
    } as const;
    await suppressAddress(deps, visitor, act);
    // Another process, or this one after a restart.
    const keys = await openKeyRing({ ...deps, secret: "a-secret-for-tests-of-32-characters-or-more" });
    expect((await keys.workspace(deps.db, workspaceId, "suppression")).secret).not.toEqual(other);
    for (const ring of [deps.keys, keys]) {
      const message = { workspaceId, addressHash, topicId, email: "two@example.org" };
      const verdicts = await deps.transact((tx) => suppressionGate({ keys: ring }).decide(tx, [message]));
      expect(verdicts).toEqual([{ exclude: "suppressed" }]);
      const listed = await listSuppressions({ ...deps, keys: ring }, workspaceId, {
        email: "Two@example.org",
        limit: 10,
      });
      expect(listed.rows).toMatchObject([{ addressHash: otherHash, topicId }]);
    }
    expect(await decide()).toBe("allow");
    expect(await decide(topicId, "three@example.org")).toBe("allow");
  });

  it("for one topic still gets the others", async () => {
    const { deps, workspaceId, addressHash, decide, topicId } = await person("bo@example.org");
    await suppressAddress(deps, visitor, {
      workspaceId,
      addressHash,
      topicId,
      reason: "unsubscribe",
      source: "page",
    });
    expect(await decide(topicId)).toEqual({ exclude: "suppressed" });
    expect(await decide()).toBe("allow");
  });

  it("is found however the address is written", async () => {
    const { deps, member, workspaceId, decide } = await person("cy@example.org");
    await suppressEmail(deps, member, { workspaceId, email: " CY@Example.ORG ", note: "asked by phone" });
    expect(await decide("", "Cy@EXAMPLE.org")).toEqual({ exclude: "suppressed" });
    const { rows } = await listSuppressions(deps, workspaceId, { email: "cY@example.org", limit: 10 });
    expect(rows).toMatchObject([{ reason: "staff", source: "staff" }]);
    await expect(suppressEmail(deps, member, { workspaceId, email: "no address" })).rejects.toMatchObject({
      code: "email_invalid",
    });
  });

  it("is lifted by the person only, never by staff, the API or the system", async () => {
    const { deps, member, workspaceId, addressHash, decide } = await person("di@example.org");
    await suppressEmail(deps, member, { workspaceId, email: "di@example.org" });
    const lift = { workspaceId, addressHash, via: "preferences" } as const;
    for (const actor of [
      member,
      { kind: "apiKey", keyId: "k", workspaceId, scopes: [] },
      { kind: "system", reason: "import" },
    ] as const) {
      await expect(liftSuppression(deps, actor, lift)).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(await decide()).toEqual({ exclude: "suppressed" });
    expect(await liftSuppression(deps, visitor, lift)).toEqual({ lifted: true });
    expect(await decide()).toBe("allow");
    await suppressEmail(deps, member, { workspaceId, email: "di@example.org" });
    expect(await decide()).toEqual({ exclude: "suppressed" });
  });

  it("needs a note of staff as well after a complaint", async () => {
    const { deps, member, workspaceId, addressHash, decide } = await person("ed@example.org");
    const complaint = { workspaceId, addressHash, reason: "complaint", source: "provider" } as const;
    await suppressAddress(deps, visitor, { ...complaint, reason: "unsubscribe", source: "page" });
    await suppressAddress(deps, { kind: "system", reason: "complaint" }, complaint);
    expect(await decide()).toEqual({ exclude: "complained" });
    const lift = { workspaceId, addressHash, via: "confirmation" } as const;
    expect(await liftSuppression(deps, visitor, lift)).toEqual({ lifted: false });
    await expect(noteComplaint(deps, member, { workspaceId, addressHash, note: " " })).rejects.toMatchObject({
      code: "note_missing",
    });
    expect(await liftSuppression(deps, visitor, lift)).toEqual({ lifted: false });
    await noteComplaint(deps, member, { workspaceId, addressHash, note: "wrote to us on Monday" });
    expect(await decide()).toEqual({ exclude: "complained" });
    expect(await liftSuppression(deps, visitor, lift)).toEqual({ lifted: true });
  });

  it("is kept back for every workspace when the platform says so", async () => {
    const { deps, decide } = await person("flo@example.org");
    const [hash = ""] = everyHash([deps.keys.platform("platform-suppression")], "flo@example.org");
    await insertPlatformSuppression(deps.db, {
      address_hash: hash,
      norm_version: 1,
      reason: "bounce",
      created_at: 1,
    });
    expect(await decide()).toEqual({ exclude: "bounced" });
  });
});

describe("a link for a recipient", () => {
  it("is short, reads back, and cannot be forged or used for another purpose", async () => {
    const { deps, workspaceId, addressHash, topicId } = await person("gil@example.org");
    const recipient = { workspaceId, addressHash, topicId, deliveryId: deps.ids.next() };
    const token = recipientToken(deps, "unsubscribe", recipient);
    expect(token.length).toBeLessThanOrEqual(120);
    expect(readRecipientToken(deps, "unsubscribe", token)).toEqual(recipient);
    expect(readRecipientToken(deps, "preferences", token)).toBeUndefined();
    for (let index = 0; index < token.length; index += 7) {
      const letter = token[index] === "A" ? "B" : "A";
      const forged = `${token.slice(0, index)}${letter}${token.slice(index + 1)}`;
      expect(readRecipientToken(deps, "unsubscribe", forged)).toBeUndefined();
    }
  });
});
