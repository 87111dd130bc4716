import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isUnavailable } from "../sql/errors";
import { createWalSync, type WalSync } from "./wal-sync.server";

/** Syncs that were begun and are not ended yet. */
const begun: ((error: Error | null) => void)[] = [];
const syncFile = () =>
  new Promise<void>((resolve, reject) => begun.push((error) => (error ? reject(error) : resolve())));

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
let folder = "";
let log: WalSync;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "foyer-sync-"));
  writeFileSync(path.join(folder, "foyer.db-wal"), "");
  log = createWalSync(path.join(folder, "foyer.db"), folder, syncFile);
});
afterEach(async () => {
  for (const end of begun.splice(0)) end(null);
  await log.close();
  rmSync(folder, { recursive: true });
});

describe("syncing the log", () => {
  it("answers nobody with a sync that began before they asked", async () => {
    const answered: string[] = [];
    for (const name of ["first", "second", "third", "fourth"])
      void log.sync().then(() => answered.push(name));
    await settle();
    expect(begun).toHaveLength(2);
    begun.shift()?.(null);
    await settle();
    expect([answered, begun.length]).toEqual([["first"], 2]);
    begun.pop()?.(null);
    await settle();
    expect(answered).toEqual(["first", "third", "fourth"]);
  });

  it.each(["EIO: i/o error, fdatasync", "ENOSPC: no space left on device, fdatasync"])(
    "acknowledges nothing any more after %s, since a later success says nothing of what was lost",
    async (words) => {
      const first = log.sync();
      await settle();
      begun.shift()?.(new Error(words));
      const fault = await first.catch((error: Error) => error);
      expect(isUnavailable(fault)).toBe(true);
      await expect(log.sync()).rejects.toThrow(words);
      expect(begun).toHaveLength(0);
    },
  );
});
