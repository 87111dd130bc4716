import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll } from "vitest";
import { type AppParts, buildApp } from "~/server/app.server";
import { assembleServerDeps } from "~/server/assemble.server";
import type { ServerDeps } from "~/server/server-deps";
import { openTestInstance, type TestDeps } from "../db/test-deps";

export interface TestApp {
  app: FastifyInstance;
  deps: ServerDeps & TestDeps;
}

/** The edges and the API on a fresh database, without Remix: `const app = useTestApp()`, then `app().app.inject(...)`. */
export function useTestApp(env: Record<string, string> = {}, parts: AppParts = {}): () => TestApp {
  let made: (TestApp & { close(): Promise<void> }) | undefined;
  beforeAll(async () => {
    const instance = await openTestInstance(env);
    const deps = { ...assembleServerDeps(instance.deps), clock: instance.deps.clock };
    const app = await buildApp(deps, parts);
    made = {
      app,
      deps,
      close: async () => {
        await app.close();
        await instance.close();
      },
    };
  }, 60_000);
  afterAll(async () => {
    await made?.close();
  });
  return () => {
    if (!made) throw new Error("The app is made before the first test");
    return made;
  };
}
