import { createPublicKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { checkDomain } from "./check-domain.server";
import { createSender } from "./create-sender.server";
import { findSender } from "./find-sender.server";
import { findSigningKey } from "./find-signing-key.server";
import { listSenders } from "./list-senders.server";
import { removeSender } from "./remove-sender.server";
import { dnsRecords } from "./sending-domain";
import { updateSender } from "./update-sender.server";
import { vouchSender } from "./vouch-sender.server";

const instance = useTestInstance();
const system = { kind: "system", reason: "test" } as const;
const given = {
  fromName: "Harbour Studio",
  fromEmail: "news@harbour.example",
  postalAddress: "Harbour Studio\nQuay 1\n20457 Hamburg",
};

const fresh = () => {
  const { deps } = instance();
  return { deps, workspaceId: deps.ids.next() };
};

describe("a sender", () => {
  it("starts unverified, with a sealed RSA key of 2048 bits for its domain", async () => {
    const { deps, workspaceId } = fresh();
    const sender = await createSender(deps, system, { workspaceId, ...given });
    expect(sender.state).toBe("unverified");
    const key = await findSigningKey(deps, workspaceId, sender.fromEmail);
    expect(createPublicKey(key?.privatePem ?? "").asymmetricKeyDetails?.modulusLength).toBe(2048);
    const stored = await deps.db
      .selectFrom("sending_domains")
      .select("dkim_private")
      .where("workspace_id", "=", workspaceId)
      .executeTakeFirstOrThrow();
    expect(stored.dkim_private).not.toContain("PRIVATE KEY");
    expect(await findSender(deps.db, deps.ids.next(), sender.id)).toBeUndefined();
  });

  it("is refused without postal address, at a free mail provider, or with a line break in the name", async () => {
    const { deps, workspaceId } = fresh();
    const refused = (changes: Partial<typeof given>) =>
      expect(createSender(deps, system, { workspaceId, ...given, ...changes })).rejects;
    await refused({ postalAddress: " \n " }).toMatchObject({ details: { fields: { postalAddress: /law/ } } });
    for (const fromEmail of ["me@gmail.com", "a@yahoo.co.uk", "a@gmx.de", "a@outlook.fr", "nonsense"]) {
      await refused({ fromEmail }).toMatchObject({ code: "sender_invalid" });
    }
    const sender = await createSender(deps, system, {
      workspaceId,
      ...given,
      fromName: "Studio\r\nBcc: all@example.org",
    });
    expect(sender.fromName).toBe("Studio Bcc: all@example.org");
  });

  it("is verified when DNS carries all three records, and falls back when one is gone", async () => {
    const { deps, workspaceId } = fresh();
    const sender = await createSender(deps, system, { workspaceId, ...given });
    const domain = "harbour.example";
    const state = async () => (await findSender(deps.db, workspaceId, sender.id))?.state;
    expect(await checkDomain(deps, { workspaceId, domain })).toBeUndefined();
    const [row] = (await listSenders(deps, workspaceId)).rows;
    const zone = new Map(
      row?.domain ? dnsRecords(row.domain, "mail.example.net").map((each) => [each.name, each.value]) : [],
    );
    const lookUp = async (name: string) => [zone.get(name) ?? []].flat();
    await checkDomain(deps, { workspaceId, domain }, lookUp);
    expect(await state()).toBe("verified");
    zone.delete("_dmarc.harbour.example");
    expect(await checkDomain(deps, { workspaceId, domain }, lookUp)).toMatchObject({
      dmarc: "fail",
      dkim: "pass",
    });
    expect(await state()).toBe("unverified");
  });

  it("is vouched for by the operator only, loses that with another domain, and can be removed", async () => {
    const { deps, workspaceId } = fresh();
    const { id: senderId } = await createSender(deps, system, { workspaceId, ...given });
    const member = { kind: "member", accountId: "a", workspaceId, role: "owner" } as const;
    await expect(vouchSender(deps, member, { workspaceId, senderId })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await vouchSender(deps, system, { workspaceId, senderId });
    await updateSender(deps, member, { workspaceId, senderId, ...given, fromName: "Harbour" });
    expect(await findSender(deps.db, workspaceId, senderId)).toMatchObject({ state: "vouched" });
    await updateSender(deps, member, { workspaceId, senderId, ...given, fromEmail: "news@other.example" });
    expect(await findSender(deps.db, workspaceId, senderId)).toMatchObject({ state: "unverified" });
    await removeSender(deps, member, { workspaceId, senderId });
    expect((await listSenders(deps, workspaceId)).rows).toEqual([]);
    await expect(removeSender(deps, member, { workspaceId, senderId })).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});
