import { listEdgeChanges } from "~/domain/publishing/find-published-page.server";
import type { EdgeChange } from "~/domain/publishing/publication";
import type { ServerDeps } from "../server-deps";

export interface EdgeChangePoller {
  /** Takes what is new; used by the timer. */
  poll(): Promise<void>;
  /** Takes what was committed before this call, for an answer that is to come after it. */
  catchUp(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export interface EdgeChangeListener {
  take(changes: readonly EdgeChange[]): void;
  forgetAll(): void;
}

const everyMs = 500;
/** A transaction may commit a while after it wrote its row, so each poll looks back. */
const overlapMs = 30_000;
/** Rows are removed after an hour; who was away for longer cannot know what it missed. */
const tooLongMs = 45 * 60_000;
const maxChanges = 2000;

export function pollEdgeChanges(deps: ServerDeps, listener: EdgeChangeListener): EdgeChangePoller {
  let seen = new Map<string, number>();
  let lastSuccess = deps.clock.now();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  async function look(): Promise<void> {
    const now = deps.clock.now();
    const since = Math.min(lastSuccess, now) - overlapMs;
    const changes = await listEdgeChanges(deps, since, maxChanges);
    if (now - lastSuccess > tooLongMs || changes.length === maxChanges) listener.forgetAll();
    listener.take(changes.filter(({ id }) => !seen.has(id)));
    seen = new Map(changes.map(({ id, at }) => [id, at]));
    lastSuccess = now;
  }

  function poll(): Promise<void> {
    running ??= look().finally(() => {
      running = undefined;
    });
    return running;
  }

  let failing = false;
  const tick = () =>
    void poll().then(
      () => {
        failing = false;
      },
      (error: unknown) => {
        if (!failing) deps.log.warn({ err: error }, "changes of pages cannot be read");
        failing = true;
      },
    );

  return {
    poll,
    async catchUp() {
      // A look that runs already may have begun before the commit.
      await running?.catch(() => undefined);
      await poll().catch(() => undefined);
    },
    start() {
      timer ??= setInterval(tick, everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await running?.catch(() => undefined);
    },
  };
}
