import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const alias = { "~builder": path("./builder"), "~db": path("./db"), "~": path("./app") };
const testSetup = ["app/testing/no-stray-output.ts"];

const databaseTests = (name: string, db: "sqlite" | "mysql", globalSetup: string[] = []) => ({
  resolve: { alias },
  test: {
    name,
    include: ["{app,db,scripts}/**/*.db.test.ts"],
    env: { DB: db },
    setupFiles: testSetup,
    globalSetup,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        esbuild: { jsx: "automatic" as const },
        test: {
          name: "unit",
          include: ["{app,builder,db,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.{db,e2e,crash,proxy}.test.ts", "node_modules/**"],
          setupFiles: testSetup,
          testTimeout: 60_000,
        },
      },
      databaseTests("db-sqlite", "sqlite"),
      databaseTests("db-mysql", "mysql", ["app/testing/db/global-setup.ts"]),
      {
        resolve: { alias },
        test: {
          name: "crash",
          include: ["app/testing/**/*.crash.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      // Needs Caddy: part of npm run verify.
      {
        resolve: { alias },
        test: {
          name: "proxy",
          include: ["app/testing/proxy/**/*.proxy.test.ts"],
          env: { DB: "sqlite" },
          setupFiles: testSetup,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "e2e",
          include: ["app/testing/e2e/**/*.e2e.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
