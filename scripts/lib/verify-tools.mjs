// Lighthouse and the Nu HTML checker: too large for everybody's installation, so fetched by their own lock when first needed.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { alone, root, runNamed } from "./prepare.mjs";

const source = path.join(root, "scripts/verify/tools");

/** Where they are; `all` brings the checker, too. One command fetches them at a time. */
export function ensureVerifyTools({ all = false } = {}) {
  const folder = process.env.VERIFY_TOOLS ?? path.join(root, "node_modules/.cache/verify");
  const packages = readFileSync(path.join(source, "package-lock.json"), "utf8");
  const stamp = path.join(folder, ".stamp");
  const wanted = ["lighthouse", ...(all ? ["vnu-jar"] : [])];
  const isDone = () =>
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === packages &&
    wanted.every((name) => existsSync(path.join(folder, "node_modules", name)));
  if (isDone()) return folder;
  mkdirSync(folder, { recursive: true });
  const lock = `${folder}.fetching`;
  alone(() => fetchTools(folder, wanted, all, lock), isDone, lock);
  return folder;
}

function fetchTools(folder, wanted, all, lock) {
  const stamp = path.join(folder, ".stamp");
  console.log(`Fetching ${wanted.join(" and ")} for the tests of pages (once)`);
  // What is half fetched must not count as whole.
  rmSync(stamp, { force: true });
  for (const file of ["package.json", "package-lock.json"])
    cpSync(path.join(source, file), path.join(folder, file));
  const args = [
    "ci",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--loglevel=error",
    ...(all ? [] : ["--omit=dev"]),
  ];
  const status = runNamed(lock, "npm", args, { cwd: folder });
  if (status !== 0) {
    console.error("npm ci failed in scripts/verify/tools. Look at the lines above.");
    process.exit(status);
  }
  cpSync(path.join(source, "package-lock.json"), stamp);
}
