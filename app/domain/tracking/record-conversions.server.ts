import type { Deps } from "../deps";
import { insertConversions } from "./conversion-queries.server";
import { visitorKey } from "./visitor-key.server";
import { createDailySalt } from "./visitor-salt.server";

export interface Conversion {
  workspaceId: string;
  pageId: string;
  pageVersionId: string;
  visitor: string;
  at: number;
}

const slotMs = 900_000;
/** Leads are answered without waiting for this, and many share one commit. */
const gatherMs = 250;
const mostAtOnce = 500;

/** Notes which visitors became leads, once each for a version; says neither which lead nor which visit. */
export function createConversionSink(deps: Pick<Deps, "db" | "transact" | "clock" | "log">) {
  const salt = createDailySalt(deps);
  let waiting: Conversion[] = [];
  let timer: NodeJS.Timeout | undefined;
  let work: Promise<void> = Promise.resolve();
  let failed = false;

  async function store(items: readonly Conversion[]): Promise<void> {
    const key = await salt.get();
    const rows = items.map(({ workspaceId, pageId, pageVersionId, visitor, at }) => ({
      workspace_id: workspaceId,
      page_version_id: pageVersionId,
      visitor_key: visitorKey(key, visitor),
      page_id: pageId,
      at: at - (at % slotMs),
    }));
    for (let from = 0; from < rows.length; from += mostAtOnce)
      await deps.transact((tx) => insertConversions(tx, rows.slice(from, from + mostAtOnce)), {
        isBatch: true,
      });
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const items = waiting;
    waiting = [];
    if (items.length > 0) {
      work = work
        .then(() => store(items))
        .catch((error: unknown) => {
          if (!failed) deps.log.warn({ err: error }, "conversions cannot be noted");
          failed = true;
        });
    }
    return work;
  }

  return {
    note(conversion: Conversion): void {
      waiting.push(conversion);
      timer ??= setTimeout(flush, gatherMs);
    },
    drain: flush,
  };
}

export type ConversionSink = ReturnType<typeof createConversionSink>;
