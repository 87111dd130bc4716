import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { openKeyRing } from "./key-ring.server";

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

  it("opens a sealed credential only for the use it was sealed for", () => {
    const { deps } = instance();
    const sealed = deps.keys.seal("smtp password", "sender");
    expect(() => deps.keys.open(sealed, "webhook")).toThrow();
  });
});
