// Lighthouse and the Nu HTML checker: too large for everybody's installation, so fetched by their own lock when first needed.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, run } from "./prepare.mjs";

const source = path.join(root, "scripts/verify/tools");

/** Where they are; `all` brings the checker, too. */
export function ensureVerifyTools({ all = false } = {}) {
  const folder = process.env.VERIFY_TOOLS ?? path.join(root, "node_modules/.cache/verify");
  const lock = readFileSync(path.join(source, "package-lock.json"), "utf8");
  const stamp = path.join(folder, ".stamp");
  const isCurrent = existsSync(stamp) && readFileSync(stamp, "utf8") === lock;
  const wanted = ["lighthouse", ...(all ? ["vnu-jar"] : [])];
  if (isCurrent && wanted.every((name) => existsSync(path.join(folder, "node_modules", name)))) return folder;
  console.log(`Fetching ${wanted.join(" and ")} (once)`);
  mkdirSync(folder, { recursive: true });
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
  const status = run("npm", args, { cwd: folder });
  if (status !== 0) {
    console.error("npm ci failed in scripts/verify/tools. Look at the lines above.");
    process.exit(status);
  }
  writeFileSync(stamp, lock);
  return folder;
}
