import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { memoryFolder } from "./app/testing/memory-folder";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const alias = { "~builder": path("./builder"), "~db": path("./db"), "~": path("./app") };
const testSetup = ["app/testing/no-stray-output.ts"];

/** Test files of a worker share what they import: to read the whole product anew costs more than most files' tests. */
const sharedImports = { isolate: false } as const;

const databaseTests = (name: string, db: "sqlite" | "mysql", globalSetup: string) => ({
  resolve: { alias },
  test: {
    name,
    include: ["{app,db,scripts}/**/*.db.test.ts"],
    env: { DB: db, TMPDIR: memoryFolder() },
    setupFiles: testSetup,
    globalSetup: [globalSetup],
    ...sharedImports,
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
          ...sharedImports,
          testTimeout: 60_000,
        },
      },
      databaseTests("db-sqlite", "sqlite", "app/testing/db/one-template.ts"),
      databaseTests("db-mysql", "mysql", "app/testing/db/one-mariadb.ts"),
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
      // Needs Caddy and nginx: part of npm run verify.
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
          env: { TMPDIR: memoryFolder() },
          globalSetup: ["app/testing/db/one-template.ts"],
          ...sharedImports,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
