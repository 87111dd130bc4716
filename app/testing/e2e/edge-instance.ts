import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { buildApp } from "~/server/app.server";
import { assembleServerDeps } from "~/server/assemble.server";
import type { ServerDeps } from "~/server/server-deps";
import { freePort } from "../db/mariadb";
import { openTestInstance, sourceRoot, type TestDeps } from "../db/test-deps";

export interface EdgeInstance {
  app: FastifyInstance;
  deps: ServerDeps & TestDeps;
  port: number;
  site(slug: string): string;
  close(): Promise<void>;
}

/** Everything but the screens, listening in this process, for browsers. */
export async function startEdgeInstance(env: Record<string, string> = {}): Promise<EdgeInstance> {
  const clientFolder = path.join(sourceRoot, "public");
  if (!existsSync(path.join(clientFolder, "_foyer/visit.js")))
    spawnSync(process.execPath, [path.join(sourceRoot, "scripts/build-visitor.mjs")]);
  const port = await freePort();
  const instance = await openTestInstance({ PORT: String(port), ...env });
  const deps = { ...assembleServerDeps(instance.deps), clock: instance.deps.clock };
  const app = await buildApp(deps, { clientFolder });
  await app.listen({ host: "127.0.0.1", port });
  return {
    app,
    deps,
    port,
    site: (slug) => `http://${slug}.localhost:${port}`,
    async close() {
      await app.close();
      await instance.close();
    },
  };
}
