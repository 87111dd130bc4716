import type { EdgeChange } from "~/domain/publishing/publication";
import { findSiteByHost, listCustomHosts } from "~/domain/sites/find-site.server";
import type { ServerDeps } from "../server-deps";
import type { EdgeChangeListener } from "./edge-changes.server";

export interface CustomHosts extends EdgeChangeListener {
  load(): Promise<void>;
}

/** Keeps the names of customers' domains in memory, so that a name nobody has costs nothing. */
export function keepCustomHosts(deps: ServerDeps, hosts: Set<string>): CustomHosts {
  const changed = new Set<string>();
  let isLost = false;
  let running = false;

  async function load(): Promise<void> {
    const listed = new Set(await listCustomHosts(deps));
    for (const host of hosts) if (!listed.has(host)) hosts.delete(host);
    for (const host of listed) hosts.add(host);
  }

  async function follow(): Promise<void> {
    if (isLost) {
      isLost = false;
      changed.clear();
      return load();
    }
    for (const host of changed) {
      const found = await findSiteByHost(deps, host);
      if (found?.kind === "custom") hosts.add(host);
      else hosts.delete(host);
      changed.delete(host);
    }
  }

  function catchUp(): void {
    if (running || (!isLost && changed.size === 0)) return;
    running = true;
    follow()
      .catch((error: unknown) => {
        isLost = true;
        deps.log.warn({ err: error }, "names of domains cannot be read");
      })
      .finally(() => {
        running = false;
      });
  }

  return {
    load,
    take(changes: readonly EdgeChange[]) {
      for (const { kind, ref } of changes) if (kind === "host" && ref.includes(".")) changed.add(ref);
      catchUp();
    },
    forgetAll() {
      isLost = true;
      catchUp();
    },
  };
}
