import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder whose disk can be filled to the last byte and emptied again. */
export interface SmallDisk {
  folder: string;
  fill(): void;
  makeRoom(): void;
  remove(): void;
}

/** Writes until there is no room for one byte more, whoever else writes meanwhile. */
function fillUp(filler: string): void {
  const file = openSync(filler, "a");
  try {
    for (let size = 1024 * 1024; size >= 1; ) {
      try {
        writeSync(file, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        size = Math.floor(size / 4);
      }
    }
  } finally {
    closeSync(file);
  }
}

/** A small file system in memory: in a mount of our own as root, in a namespace of nobody else. */
export function makeSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "foyer-test", folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const filler = path.join(folder, "filler");
  return {
    folder,
    fill: () => fillUp(filler),
    makeRoom: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync("umount", ["--lazy", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where mounting is not allowed: the process may write no byte beyond what its files have now. */
export const forbidGrowth = (pid: number) => execFileSync("prlimit", ["--pid", String(pid), "--fsize=1:"]);
export const allowGrowth = (pid: number) =>
  execFileSync("prlimit", ["--pid", String(pid), "--fsize=unlimited:"]);
