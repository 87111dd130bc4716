import { LRUCache } from "lru-cache";
import { noteOpens, type Sighting } from "~/domain/campaigns/note-opens.server";
import { createGroupCommit } from "~/lib/group-commit";
import type { ServerDeps } from "../server-deps";

/** The same message, link and program within this time count once: clients ask for a picture several times. */
const repeatMs = 30_000;

export interface SightingSink {
  /** Resolves after the sighting is stored, or found to leave nothing. */
  see(sighting: Sighting): Promise<void>;
}

/** Opens and clicks that arrive together share one commit. */
export function createSightingSink(deps: ServerDeps): SightingSink {
  const seen = new LRUCache<string, number>({ max: 20_000 });
  const commits = createGroupCommit<Sighting, void>({
    maxBatch: 500,
    maxPending: 20_000,
    async flush(items) {
      await noteOpens(deps, items);
      return items.map(() => undefined);
    },
  });
  return {
    async see(sighting) {
      const { ref, link = "open", at, userAgent } = sighting;
      const key = `${ref.deliveryId}:${link}:${userAgent}`;
      if (at - (seen.get(key) ?? Number.NEGATIVE_INFINITY) < repeatMs) return;
      await commits.add(sighting);
      seen.set(key, at);
    },
  };
}
