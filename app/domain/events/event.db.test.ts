import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { defineReaction, dispatchEvents } from "./dispatch-events.server";
import { recordEvent } from "./record-event.server";

const instance = useTestInstance();

describe("an event", () => {
  it("is no news when its change is rolled back", async () => {
    const { deps } = instance();
    const failing = deps.transact(async (tx) => {
      await recordEvent(deps, tx, "", "page.unpublished", { pageId: "p" });
      throw new Error("the change failed");
    });
    await expect(failing).rejects.toThrow("the change failed");
    expect(await dispatchEvents(deps, [])).toBe(0);
  });

  it("causes each reaction once, also when it is taken twice after a crash", async () => {
    const { deps } = instance();
    const seen: string[] = [];
    let crash = true;
    const reactions = [
      defineReaction(
        "page.unpublished",
        "first",
        async (_tx, payload) => void seen.push(`1 ${payload.pageId}`),
      ),
      defineReaction("page.unpublished", "second", async () => {
        if (crash) throw new Error("killed");
        seen.push("2");
      }),
    ];
    await recordEvent(deps, deps.db, "", "page.unpublished", { pageId: "p" });
    await expect(dispatchEvents(deps, reactions)).rejects.toThrow("killed");
    crash = false;
    expect(await dispatchEvents(deps, reactions)).toBe(1);
    expect(await dispatchEvents(deps, reactions)).toBe(0);
    expect(seen).toEqual(["1 p", "1 p", "2"]);
  });

  it("is not held up by another one that fails", async () => {
    const { deps } = instance();
    const seen: string[] = [];
    const reactions = [
      defineReaction("page.unpublished", "picky", async (_tx, { pageId }) => {
        if (pageId === "bad") throw new Error("cannot take this one");
        seen.push(pageId);
      }),
    ];
    for (const pageId of ["one", "bad", "two"])
      await recordEvent(deps, deps.db, "", "page.unpublished", { pageId });
    await expect(dispatchEvents(deps, reactions)).rejects.toThrow("cannot take this one");
    expect(seen.slice(-2)).toEqual(["one", "two"]);
    await expect(dispatchEvents(deps, reactions), "only the bad one waits").rejects.toThrow();
    expect(seen.filter((pageId) => pageId === "two")).toHaveLength(1);
  });
});
