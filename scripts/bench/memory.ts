import { readFileSync } from "node:fs";

export interface MemoryWatch {
  /** Most resident memory seen, in megabytes. */
  readonly mostMb: number;
  /** Forgets what was seen so far. */
  reset(): void;
  stop(): void;
}

const megabyte = 1024 * 1024;

function residentMb(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return (Number(kilobytes ?? 0) * 1024) / megabyte;
  } catch {
    return 0;
  }
}

/** Looks ten times a second at a process that may come and go. */
export function watchMemory(pidOf: () => number): MemoryWatch {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, residentMb(pidOf()));
  }, 100);
  return {
    get mostMb() {
      return most;
    },
    reset() {
      most = 0;
    },
    stop: () => clearInterval(timer),
  };
}

/** Processor time that a process has used so far, in microseconds, all its threads together. */
export function processorMicros(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  return ticks * 10_000;
}
