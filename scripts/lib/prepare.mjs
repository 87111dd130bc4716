// What every command needs first: dependencies and a build that match the sources. Plain Node: nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const at = (...parts) => path.join(root, ...parts);
/** The server with all it depends on, in one file. */
export const serverBundle = at("build/server/foyer.cjs");
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** Runs what may outlive a command that is killed, such as npm: it is named in the lock before it begins. */
export function runNamed(lock, command, args, options) {
  return run("sh", ["-c", 'echo "$$" >> "$0"; exec "$@"', lock, command, ...args], options);
}

/**
 * Whether nobody works behind a lock any more: its holder and what that started last were killed, its number went to
 * another program (in a container to the same one, started anew), or the disk was too full to name one.
 */
function isLeft(lock) {
  try {
    const named = readFileSync(lock, "utf8").split("\n").map(Number).filter(Boolean);
    const ageMs = Date.now() - statSync(lock).mtimeMs;
    const [holder] = named;
    if (holder === process.pid || ageMs > 20 * 60_000) return true;
    return holder ? !isAlive(holder) && !isAlive(named.at(-1)) : ageMs > 10_000;
  } catch {
    return false;
  }
}

function refuse(lock, error) {
  if (!["EACCES", "EPERM", "EROFS"].includes(error.code)) throw error;
  console.error(
    `The product has changed and must be prepared, but ${path.dirname(lock)} may not be written. Run npm start once as its owner; nothing was started.`,
  );
  process.exit(1);
}

const ownLock = at(".preparing");

/** One command prepares at a time: two that install or build in the same folder ruin each other's work. */
export function alone(work, isDone, lock = ownLock) {
  for (let told = false; ; ) {
    try {
      writeFileSync(lock, `${process.pid}\n`, { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") refuse(lock, error);
    }
    if (isLeft(lock)) rmSync(lock, { force: true });
    else {
      if (!told) console.error(`Another command is preparing this folder; waiting for it (${lock})`);
      told = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  try {
    if (!isDone()) work();
  } finally {
    process.off("exit", release);
    release();
  }
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
  const isDone = () => existsSync(stamp) && readFileSync(stamp, "utf8") === lock;
  if (!isDone()) alone(() => install(stamp, lock), isDone);
}

function install(stamp, lock) {
  // Progress goes to stderr: what a command answers stays readable by machines.
  console.error("Installing dependencies (once; about a minute)");
  const status = runNamed(ownLock, "npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
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
    "scripts/pack-assets.mjs",
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
  const isDone = () =>
    existsSync(stamp) && existsSync(serverBundle) && readFileSync(stamp, "utf8") === sourceStamp();
  if (!isDone()) alone(() => build(stamp, quiet), isDone);
}

function build(stamp, quiet) {
  rmSync(stamp, { force: true });
  const parts = [
    ["what visitors' pages load", [at("scripts/build-visitor.mjs")]],
    [
      "the product (about half a minute)",
      [at("node_modules/@remix-run/dev/dist/cli.js"), "vite:build", "--logLevel", "warn"],
    ],
    ["the server", [at("scripts/build-server.mjs")]],
    ["what the product's pages load, packed", [at("scripts/pack-assets.mjs")]],
  ];
  for (const [index, [what, args]] of parts.entries()) {
    if (!quiet) console.log(`Building, ${index + 1} of ${parts.length}: ${what}`);
    const status = runNamed(ownLock, process.execPath, args, {
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
