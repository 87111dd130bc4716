import { existsSync, mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const periodMicros = 10_000;

/** Where control groups of Linux for the processor are kept: their version 1, or else version 2. */
const hierarchies = [
  {
    root: "/sys/fs/cgroup/cpu",
    bound: (folder: string, quota: number) => {
      writeFileSync(path.join(folder, "cpu.cfs_period_us"), String(periodMicros));
      writeFileSync(path.join(folder, "cpu.cfs_quota_us"), String(quota));
    },
  },
  {
    root: "/sys/fs/cgroup",
    bound: (folder: string, quota: number) =>
      writeFileSync(path.join(folder, "cpu.max"), `${quota} ${periodMicros}`),
  },
] as const;

/**
 * Lets a process with all its threads use a share of one core and no more (cgroup CPU bandwidth control). Answers what
 * lifts it again, or nothing where this process may not make control groups.
 */
export function boundCores(pid: number, cores: number): (() => void) | null {
  for (const { root, bound } of hierarchies) {
    const folder = path.join(root, `foyer-bench-${pid}`);
    if (!existsSync(path.join(root, "cgroup.procs"))) continue;
    try {
      mkdirSync(folder);
      bound(folder, Math.round(cores * periodMicros));
      writeFileSync(path.join(folder, "cgroup.procs"), String(pid));
    } catch {
      if (existsSync(folder)) rmdirSync(folder);
      continue;
    }
    return () => {
      writeFileSync(path.join(root, "cgroup.procs"), String(pid));
      rmdirSync(folder);
    };
  }
  return null;
}
