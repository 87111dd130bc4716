import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWriteTurn } from "./write-turn";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the turn to write", () => {
  it("comes in the order of asking, at once when the one before ends", async () => {
    const turn = createWriteTurn();
    const had: string[] = [];
    await turn.take();
    const asked = ["first", "second"].map((name) => turn.take().then(() => had.push(name)));
    turn.pass();
    await asked[0];
    expect(had).toEqual(["first"]);
    turn.pass();
    await asked[1];
    expect(had).toEqual(["first", "second"]);
  });

  it("of a guest comes again only after a rest as long as the one before, so that a server gets at the file", async () => {
    const turn = createWriteTurn({ rests: true });
    let has = false;
    await turn.take();
    const asked = turn.take().then(() => {
      has = true;
    });
    vi.advanceTimersByTime(30);
    turn.pass();
    await vi.advanceTimersByTimeAsync(29);
    expect(has).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await asked;
    expect(has).toBe(true);
    // The rest is measured by its own turn, not by the time waited for it.
    vi.advanceTimersByTime(5);
    turn.pass();
    const next = turn.take();
    await vi.advanceTimersByTimeAsync(5);
    await next;
  });
});
