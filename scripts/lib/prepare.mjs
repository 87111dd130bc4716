// What every command needs first: dependencies and a build that match the sources. Plain Node: nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const at = (...parts) => path.join(root, ...parts);
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Foyer needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs what package-lock.json says, when that differs from what is installed. */
export function ensureDependencies() {
  requireNode();
  const lock = sha256(readFileSync(at("package-lock.json")));
  const stamp = at("node_modules/.foyer-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  // Progress goes to stderr: what a command answers stays readable by machines.
  console.error("Installing dependencies (once; about a minute)");
  const status = run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    stdio: ["inherit", 2, 2],
  });
  if (status !== 0) {
    console.error("npm ci failed; nothing was started. Look at the lines above.");
    process.exit(status);
  }
  writeFileSync(stamp, lock);
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "testing") yield* files(full);
    } else if (!/\.test\.tsx?$/.test(entry.name)) yield full;
  }
}

function sourceStamp() {
  const hash = createHash("sha256");
  const single = [
    "package-lock.json",
    "vite.config.ts",
    "remix.config.js",
    "tsconfig.json",
    "scripts/build-server.mjs",
  ].map((file) => at(file));
  for (const file of [
    ...single,
    ...files(at("app")),
    ...files(at("builder")),
    ...files(at("db")),
    ...files(at("public")),
  ]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(root, file)}:${size}:${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** Builds browser and server bundles when sources changed since the last build. */
export function ensureBuild({ quiet = false } = {}) {
  const stamp = at("build/.stamp");
  const now = sourceStamp();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  if (!quiet) console.log("Building (about half a minute)");
  for (const [command, args] of [
    [process.execPath, [at("scripts/build-visitor.mjs")]],
    [process.execPath, [at("node_modules/@remix-run/dev/dist/cli.js"), "vite:build", "--logLevel", "warn"]],
    [process.execPath, [at("scripts/build-server.mjs")]],
  ]) {
    const status = run(command, args, {
      env: { ...process.env, NODE_ENV: "production" },
      stdio: quiet ? ["ignore", "ignore", "inherit"] : "inherit",
    });
    if (status !== 0) {
      console.error("The build failed; nothing was started. Look at the lines above.");
      process.exit(status);
    }
  }
  mkdirSync(at("build"), { recursive: true });
  writeFileSync(stamp, sourceStamp());
}

/** Settings from a .env file count where the environment does not name them. */
export function loadEnvironment() {
  if (existsSync(at(".env"))) process.loadEnvFile(at(".env"));
}
