import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import type { Config } from "~/config.server";
import { type AppParts, buildApp } from "./app.server";
import { assembleServerDeps } from "./assemble.server";
import { openBounceListener } from "./bounce-listener.server";
import { type Instance, openInstance } from "./main-instance.server";
import { prepareInstance, type Welcome } from "./prepare-instance.server";
import { startWorkers } from "./workers.server";

export { readConfig } from "~/config.server";
export { ConfigError } from "~/config-error";
export { foyer } from "./main-foyer.server";

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

/** config → database → deps → app → workers → listen; `stop` walks the same way back. */
export async function startServer(config: Config, options: StartOptions): Promise<RunningServer> {
  const instance: Instance = await openInstance(config, {
    exclusive: true,
    migrate: "when-safe",
    onStep: (name, done, of) => options.onStep?.(`Preparing the database: ${done}/${of} ${name}`),
  });
  try {
    const deps = assembleServerDeps(instance.deps);
    const ready = (await instance.pendingMigrations()).length === 0;
    const welcome = ready
      ? await prepareInstance(deps, instance, options.onStep)
      : { lines: ["The database needs: npm run foyer -- migrate"] };
    const app = await buildApp(deps, {
      build: config.roles.includes("web") ? options.build : undefined,
      clientFolder: options.clientFolder ?? path.join(config.data.sourceRoot, "build/client"),
      prepareApp: options.prepareApp,
      readiness: {
        async problems() {
          const pending = await instance.pendingMigrations();
          return pending.length > 0 ? [`${pending.length} migrations are waiting: run foyer migrate`] : [];
        },
      },
    });
    const workers =
      ready && config.roles.includes("worker") ? startWorkers(deps, instance.clockSkewMs) : undefined;
    const bounces = ready && config.roles.includes("edge") ? await openBounceListener(deps) : undefined;
    await app.listen({ port: config.http.port, host: config.http.host });
    const address = app.server.address();
    return {
      address: config.origins.app,
      port: typeof address === "object" && address ? address.port : config.http.port,
      welcome,
      async stop() {
        await app.close();
        await bounces?.close();
        await workers?.stop();
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
