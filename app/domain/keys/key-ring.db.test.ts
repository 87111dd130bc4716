import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { platformKeyPurposes } from "./key";
import { type KeyRing, openKeyRing } from "./key-ring.server";

const instance = useTestInstance();
const earlier = "a-secret-for-tests-of-32-characters-or-more";

describe("the key ring [account.encrypt]", () => {
  it("gives the same keys after a restart", async () => {
    const { deps } = instance();
    const again = await openKeyRing({ ...deps, secret: earlier });
    expect(again.platform("token").secret).toEqual(deps.keys.platform("token").secret);
  });

  it("stops the start when the secret is another one", async () => {
    const { deps } = instance();
    await expect(
      openKeyRing({ ...deps, secret: "another-secret-with-enough-characters-in-it" }),
    ).rejects.toMatchObject({
      code: "secret_differs",
    });
  });

  it("keeps a workspace's key through a rotation of the wrapping secret", async () => {
    const { deps } = instance();
    const workspaceId = deps.ids.next();
    const key = await deps.keys.workspace(deps.db, workspaceId, "suppression");
    const sealed = deps.keys.seal("smtp password", "sender");
    await deps.keys.rotate(deps.db, "the-next-secret-with-enough-characters-in-it");
    const ring = await openKeyRing({ ...deps, secret: "the-next-secret-with-enough-characters-in-it" });
    expect((await ring.workspace(deps.db, workspaceId, "suppression")).secret).toEqual(key.secret);
    expect(ring.open(sealed, "sender")).toBe("smtp password");
    await ring.rotate(deps.db, earlier);
  });

  it("makes one key of a workspace for all who need it at once, in transactions of their own [email.optout]", async () => {
    const { deps } = instance();
    const rings = await Promise.all([1, 2, 3, 4].map(() => openKeyRing({ ...deps, secret: earlier })));
    const ask = (ring: KeyRing | undefined, workspaceId: string, isKept: boolean) =>
      deps.transact(async (tx) => {
        const key = await ring?.workspace(tx, workspaceId, "suppression");
        if (!isKept) throw new Error("taken back");
        return key?.secret.toString("hex");
      });
    for (const workspaceId of Array.from({ length: 8 }, () => deps.ids.next())) {
      // The first is taken back, with whatever it made.
      const asked = await Promise.allSettled(rings.map((ring, index) => ask(ring, workspaceId, index > 0)));
      const secrets = asked.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      const kept = await rings[0]?.workspace(deps.db, workspaceId, "suppression");
      expect(secrets).toEqual(Array(3).fill(kept?.secret.toString("hex")));
      const adopted = await rings[1]?.adopt(deps.db, workspaceId, "suppression", Buffer.alloc(32, 7));
      expect(adopted?.secret).toEqual(kept?.secret);
    }
  });

  it("opens a sealed credential only for the use it was sealed for", () => {
    const { deps } = instance();
    const sealed = deps.keys.seal("smtp password", "sender");
    expect(() => deps.keys.open(sealed, "webhook")).toThrow();
  });
});

describe("processes that start together on a new database", () => {
  const fresh = useTestInstance();
  async function emptied() {
    const { deps } = fresh();
    for (const table of ["key_ring", "instance_facts"] as const) await deps.db.deleteFrom(table).execute();
    return deps;
  }

  it("make one key of each purpose, and all use it", async () => {
    const deps = await emptied();
    const rings = await Promise.all([1, 2, 3].map(() => openKeyRing({ ...deps, secret: earlier })));
    for (const purpose of platformKeyPurposes) {
      const [first, ...rest] = rings.map((ring) => ring.platform(purpose));
      expect(rest).toEqual([first, first]);
      const rows = await deps.db.selectFrom("key_ring").selectAll().where("purpose", "=", purpose).execute();
      expect(rows.map(({ id }) => id)).toEqual([first?.id]);
    }
    const sealed = rings[0]?.seal("smtp password", "sender") ?? "";
    expect(rings.map((ring) => ring.open(sealed, "sender"))).toEqual(Array(3).fill("smtp password"));
  });

  it("keep to one of two secrets, and whoever came with the other stops", async () => {
    const deps = await emptied();
    const other = "another-secret-with-enough-characters-in-it";
    const open = (secret: string) => openKeyRing({ ...deps, secret });
    const outcomes = await Promise.allSettled([open(earlier), open(other), open(earlier), open(other)]);
    const kinds = outcomes.map(({ status }) => status);
    expect(kinds.slice(0, 2)).toEqual(kinds.slice(2));
    expect(new Set(kinds)).toEqual(new Set(["fulfilled", "rejected"]));
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused).toEqual(["secret_differs", "secret_differs"]);
  });
});
