import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { ServerBuild } from "@remix-run/node";
import type { Config } from "~/config.server";
import { type AppParts, buildApp } from "./app.server";
import { assembleServerDeps } from "./assemble.server";
import { openBounceListener } from "./bounce-listener.server";
import { type Instance, openInstance } from "./main-instance.server";
import { prepareInstance, type Welcome } from "./prepare-instance.server";
import type { ServerDeps } from "./server-deps";
import { startWorkers } from "./workers.server";

export { readConfig } from "~/config.server";
export { foyer } from "./main-foyer.server";
export { startProblem } from "./start-problem.server";

export interface RunningServer {
  /** http://localhost:PORT, or as APP_ORIGIN says. */
  address: string;
  port: number;
  welcome: Welcome;
  stop(): Promise<void>;
}

export interface StartOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  clientFolder?: string;
  onStep?: (what: string) => void;
  prepareApp?: AppParts["prepareApp"];
}

interface Work {
  stop(): Promise<void>;
}

/** What a server does besides answering. */
async function startWork(deps: ServerDeps, instance: Instance): Promise<Work> {
  const { roles } = deps.config;
  const workers = roles.includes("worker") ? startWorkers(deps, instance.clockSkewMs) : undefined;
  const bounces = roles.includes("edge") ? await openBounceListener(deps) : undefined;
  return {
    async stop() {
      await bounces?.close();
      await workers?.stop();
    },
  };
}

const lookMs = 1000;

/** The same as soon as another process has migrated the database. */
function workOnceReady(deps: ServerDeps, instance: Instance, isReady: () => Promise<boolean>): Work {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    for (;;) {
      await setTimeout(lookMs, undefined, { signal });
      if (await isReady().catch(() => false)) break;
    }
    await prepareInstance(deps, instance);
    deps.log.warn("the database was migrated: work begins");
    return startWork(deps, instance);
  })().catch((error: unknown) => {
    if (!signal.aborted) deps.log.error({ err: error }, "work could not begin: start the server again");
    return undefined;
  });
  return {
    async stop() {
      stopping.abort();
      await (await running)?.stop();
    },
  };
}

/** config → database → deps → app → workers → listen; `stop` walks the same way back. */
export async function startServer(config: Config, options: StartOptions): Promise<RunningServer> {
  const instance: Instance = await openInstance(config, {
    exclusive: true,
    migrate: "when-safe",
    onStep: (name, done, of) => options.onStep?.(`Preparing the database: ${done}/${of} ${name}`),
    onWait: options.onStep,
  });
  try {
    const deps = assembleServerDeps(instance.deps);
    const isReady = async () => (await instance.pendingMigrations()).length === 0;
    const ready = await isReady();
    const welcome = ready
      ? await prepareInstance(deps, instance, options.onStep)
      : {
          lines: [
            "The database needs: npm run foyer -- migrate (forms are refused, and no mail leaves, until then)",
          ],
        };
    const app = await buildApp(deps, {
      build: config.roles.includes("web") ? options.build : undefined,
      clientFolder: options.clientFolder ?? path.join(config.data.sourceRoot, "build/client"),
      prepareApp: options.prepareApp,
      readiness: {
        async problems() {
          const pending = await instance.pendingMigrations();
          if (pending.length > 0) return [`${pending.length} migrations are waiting: run foyer migrate`];
          await instance.proveWritable();
          return [];
        },
      },
    });
    const work = ready ? await startWork(deps, instance) : workOnceReady(deps, instance, isReady);
    await app.listen({ port: config.http.port, host: config.http.host });
    const address = app.server.address();
    return {
      address: config.origins.app,
      port: typeof address === "object" && address ? address.port : config.http.port,
      welcome,
      async stop() {
        await app.close();
        await work.stop();
        await instance.close();
      },
    };
  } catch (error) {
    await instance.close();
    throw error;
  }
}

/** The build that Vite puts beside this module. */
export const remixBuild = async (): Promise<ServerBuild> =>
  (await import("virtual:remix/server-build")) as unknown as ServerBuild;
