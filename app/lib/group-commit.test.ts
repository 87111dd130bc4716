import { describe, expect, it } from "vitest";
import { createGroupCommit } from "./group-commit";

describe("group commit", () => {
  it("answers each item with its own result, and gathers the next batch while one is written", async () => {
    const batches: number[][] = [];
    const commit = createGroupCommit<number, number>({
      maxBatch: 100,
      maxPending: 1000,
      flush: async (items) => {
        batches.push(items);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return items.map((item) => item * 2);
      },
    });
    const first = [1, 2, 3].map((item) => commit.add(item));
    await new Promise((resolve) => setTimeout(() => setImmediate(resolve), 2));
    const second = [4, 5].map((item) => commit.add(item));
    expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8, 10]);
    expect(batches).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(commit.pending).toBe(0);
  });

  it("waits for more where told to, and not once a batch is full", async () => {
    const batches: number[][] = [];
    const commit = createGroupCommit<number, number>({
      maxBatch: 3,
      maxPending: 10,
      gatherMs: 20_000,
      flush: async (items) => {
        batches.push(items);
        return items;
      },
    });
    const first = commit.add(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(batches).toEqual([]);
    expect(await Promise.all([first, commit.add(2), commit.add(3)])).toEqual([1, 2, 3]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it("refuses when too much waits, instead of growing", async () => {
    const commit = createGroupCommit<number, number>({
      maxBatch: 10,
      maxPending: 2,
      flush: async (items) => items,
    });
    const kept = [commit.add(1), commit.add(2)];
    await expect(commit.add(3)).rejects.toThrow("Too much is waiting");
    expect(await Promise.all(kept)).toEqual([1, 2]);
  });

  it("fails only the item that is wrong, and all when the write fails", async () => {
    let broken = false;
    const commit = createGroupCommit<number, number>({
      maxBatch: 10,
      maxPending: 10,
      flush: async (items) => {
        if (broken) throw new Error("disk full");
        return items.map((item) => (item < 0 ? new Error("negative") : item));
      },
    });
    const results = await Promise.allSettled([commit.add(1), commit.add(-1), commit.add(2)]);
    expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    broken = true;
    await expect(commit.add(1)).rejects.toThrow("disk full");
    broken = false;
    expect(await commit.add(7)).toBe(7);
  });

  it("writes two batches at a time where that is allowed, never one key in both", async () => {
    const begun: string[][] = [];
    const finish: (() => void)[] = [];
    const commit = createGroupCommit<string, string>({
      maxBatch: 10,
      maxPending: 100,
      maxFlushes: 2,
      keyOf: (item) => item.slice(0, 1),
      flush: async (items) => {
        begun.push(items);
        await new Promise<void>((resolve) => finish.push(resolve));
        return items;
      },
    });
    const turn = () => new Promise((resolve) => setTimeout(() => setImmediate(resolve), 2));
    const answers = [commit.add("a1"), commit.add("b1")];
    await turn();
    answers.push(commit.add("a2"), commit.add("c1"));
    await turn();
    answers.push(commit.add("d1"));
    await turn();
    expect(begun).toEqual([["a1", "b1"], ["c1"]]);
    finish[0]?.();
    await turn();
    expect(begun).toEqual([["a1", "b1"], ["c1"], ["a2", "d1"]]);
    let drained = false;
    const done = commit.drain().then(() => {
      drained = true;
    });
    finish[1]?.();
    await turn();
    expect(drained).toBe(false);
    finish[2]?.();
    await done;
    expect(await Promise.all(answers)).toEqual(["a1", "b1", "a2", "c1", "d1"]);
    expect(commit.pending).toBe(0);
  });

  it("takes the next batch, with all that came meanwhile, once the one before only waits for the disk", async () => {
    const begun: string[][] = [];
    const write: (() => void)[] = [];
    const finish: (() => void)[] = [];
    const commit = createGroupCommit<string, string>({
      maxBatch: 10,
      maxPending: 100,
      keyOf: (item) => item.slice(0, 1),
      flush: async (items, written) => {
        begun.push(items);
        write.push(written);
        await new Promise<void>((resolve) => finish.push(resolve));
        return items;
      },
    });
    const turn = () => new Promise((resolve) => setTimeout(() => setImmediate(resolve), 2));
    const answers = [commit.add("a1")];
    await turn();
    answers.push(commit.add("b1"), commit.add("a2"));
    await turn();
    answers.push(commit.add("c1"));
    await turn();
    expect(begun).toEqual([["a1"]]);
    write[0]?.();
    await turn();
    expect(begun).toEqual([["a1"], ["b1", "c1"]]);
    write[1]?.();
    await turn();
    expect(begun).toHaveLength(2);
    finish[0]?.();
    await turn();
    expect(begun).toEqual([["a1"], ["b1", "c1"], ["a2"]]);
    finish[1]?.();
    finish[2]?.();
    expect(await Promise.all(answers)).toEqual(["a1", "b1", "a2", "c1"]);
    await commit.drain();
  });
});
