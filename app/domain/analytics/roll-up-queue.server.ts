import { setTimeout as setTimeoutAsync } from "node:timers/promises";
import type { Deps } from "../deps";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { countLateVisits, type RollUpDeps, rollUpPage } from "./roll-up-page.server";

interface Waiting {
  workspaceId: string;
  pageId: string;
  /** The earliest view that took suspiciously long to be stored. */
  lateAt: number;
}

const pauseMs = 2000;
/** While views come, at most a tenth of the time goes into counting: each step keeps batches of views waiting. */
const restFactor = 9;
/** A server that stops waits for a rest that has begun. */
const longestRestMs = 1000;
const lateAfterMs = 1000;

export interface RollUpQueue {
  /** A view was stored. */
  note(view: { workspaceId: string; pageId: string; at: number }): void;
  /** Counts what is waiting, then stops. */
  drain(): Promise<void>;
}

/** Counts pages soon after they were looked at, however many views come: what is not counted stays little. */
export function createRollUpQueue(deps: RollUpDeps & Pick<Deps, "log">): RollUpQueue {
  let waiting = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;
  let warned = false;
  let noted = 0;

  /** Once no more views come, what is left is counted without a rest. */
  function createRest(): (tookMs: number) => Promise<void> {
    let before = noted;
    return async (tookMs) => {
      const isBusy = noted > before;
      before = noted;
      if (isBusy && !stopped) {
        await setTimeoutAsync(Math.min(tookMs * restFactor, longestRestMs), undefined, { ref: false });
      }
    };
  }

  async function roll({ workspaceId, pageId, lateAt }: Waiting): Promise<void> {
    const workspace = await findWorkspaceById(deps, workspaceId);
    if (!workspace) return;
    if (lateAt < Number.POSITIVE_INFINITY) await countLateVisits(deps, workspaceId, pageId, lateAt);
    await rollUpPage(deps, workspaceId, pageId, workspace.timeZone, createRest());
  }

  async function rollAll(): Promise<void> {
    const items = [...waiting.values()];
    waiting = new Map();
    for (const item of items) {
      if (stopped) return;
      await roll(item).catch((error: unknown) => {
        if (!warned) deps.log.warn({ err: error }, "views cannot be counted");
        warned = true;
      });
    }
  }

  function plan(): void {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      running = rollAll().finally(() => {
        timer = undefined;
        running = undefined;
        if (waiting.size > 0) plan();
      });
    }, pauseMs);
    timer.unref();
  }

  return {
    note({ workspaceId, pageId, at }) {
      const key = workspaceId + pageId;
      const lateAt = deps.clock.now() - at > lateAfterMs ? at : Number.POSITIVE_INFINITY;
      const known = waiting.get(key);
      if (known) known.lateAt = Math.min(known.lateAt, lateAt);
      else waiting.set(key, { workspaceId, pageId, lateAt });
      noted += 1;
      plan();
    },
    async drain() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
