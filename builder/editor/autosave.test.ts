import { describe, expect, it } from "vitest";
import { type SaveResult, type SaveState, startAutosave } from "./autosave";

/** Answers saves by hand, and runs timers by hand. */
function bench() {
  const timers: { run: () => void; ms: number }[] = [];
  const saves: { revision: number; answer: (result: SaveResult) => void; fail: () => void }[] = [];
  const states: SaveState[] = [];
  const autosave = startAutosave<string>({
    revision: 3,
    read: () => "project",
    save: (_project, revision) =>
      new Promise((resolve, reject) => {
        saves.push({ revision, answer: resolve, fail: () => reject(new Error("no network")) });
      }),
    onState: (state) => void states.push(state),
    setTimer: (run, ms) => timers.push({ run, ms }) - 1,
    clearTimer: (index) => {
      timers[index as number] = { run: () => {}, ms: -1 };
    },
  });
  const tick = () => timers.splice(0).forEach((timer) => void timer.run());
  const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));
  return { autosave, timers, saves, states, tick, settle };
}

describe("autosave", () => {
  it("saves once after several changes and names the revision it started from", async () => {
    const { autosave, saves, states, tick, settle } = bench();
    autosave.touch();
    autosave.touch();
    tick();
    saves[0]?.answer({ kind: "saved", revision: 4 });
    await settle();
    expect(saves.map((save) => save.revision)).toEqual([3]);
    expect(states.at(-1)).toBe("saved");
  });

  it("saves again what changed during a save", async () => {
    const { autosave, saves, tick, settle } = bench();
    autosave.touch();
    tick();
    autosave.touch();
    saves[0]?.answer({ kind: "saved", revision: 4 });
    await settle();
    expect(autosave.state()).toBe("dirty");
    tick();
    await settle();
    expect(saves.map((save) => save.revision)).toEqual([3, 4]);
  });

  it("stops at a conflict until a person decides", async () => {
    const { autosave, saves, tick, settle } = bench();
    autosave.touch();
    tick();
    saves[0]?.answer({ kind: "conflict", message: "Ada saved a minute ago." });
    await settle();
    autosave.touch();
    tick();
    await settle();
    expect(saves).toHaveLength(1);
    expect(autosave.state()).toBe("conflict");
    void autosave.overwrite(9);
    expect(saves[1]?.revision).toBe(9);
  });

  it("keeps trying with longer pauses while the server is out of reach", async () => {
    const { autosave, saves, states, timers, tick, settle } = bench();
    autosave.touch();
    tick();
    saves[0]?.fail();
    await settle();
    expect(autosave.state()).toBe("offline");
    expect(timers.at(-1)?.ms).toBe(2_000);
    tick();
    saves[1]?.fail();
    await settle();
    expect(timers.at(-1)?.ms).toBe(5_000);
    tick();
    autosave.touch();
    expect(states.filter((state) => state !== "offline")).toEqual(["dirty", "saving"]);
    saves[2]?.answer({ kind: "saved", revision: 4 });
    await settle();
    tick();
    saves[3]?.answer({ kind: "saved", revision: 5 });
    await settle();
    expect(autosave.state()).toBe("saved");
  });
});
