// npm run verify [-- --only event,guide]: Foyer behind Caddy, then every template by the Nu HTML checker and by Lighthouse; results go to docs/evidence. With --proxy only the first.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureBuild, ensureDependencies, root, run } from "./lib/prepare.mjs";

const args = process.argv.slice(2);
const onlyProxy = args.includes("--proxy");
const caddy = { program: "caddy", package: "caddy" };
const ofTemplates = [
  { program: "java", package: "default-jre-headless" },
  { program: "chromium", package: "chromium" },
];
const programs = onlyProxy ? [caddy] : [caddy, ...ofTemplates];
/** Too large for everybody's installation: fetched once, when first needed. */
const tools = ["lighthouse@12.8.2", "vnu-jar@26.9.27"];

const has = ({ program }) => spawnSync("which", [program]).status === 0;

function ensurePrograms() {
  const missing = programs.filter((one) => !has(one)).map((one) => one.package);
  if (missing.length > 0 && process.getuid?.() === 0 && spawnSync("which", ["apt-get"]).status === 0) {
    const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    run("apt-get", ["update", "-qq"], options);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], options);
  }
  const still = programs.filter((one) => !has(one));
  if (still.length === 0) return;
  console.error(
    `Verifying needs ${still.map((one) => `${one.program} (package ${one.package})`).join(" and ")}. Nothing was verified.`,
  );
  process.exit(1);
}

function ensureTools() {
  const folder = process.env.VERIFY_TOOLS ?? path.join(root, "node_modules/.cache/verify");
  if (
    existsSync(path.join(folder, "node_modules/vnu-jar")) &&
    existsSync(path.join(folder, "node_modules/lighthouse"))
  )
    return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), "{}");
  const status = run("npm", ["install", "--no-audit", "--no-fund", ...tools], { cwd: folder });
  if (status !== 0) process.exit(status);
  return folder;
}

ensureDependencies();
ensurePrograms();
const proxied = run(path.join(root, "node_modules/.bin/vitest"), ["run", "--project", "proxy"], {
  env: { ...process.env, NODE_ENV: "test" },
});
if (onlyProxy || proxied !== 0) process.exit(proxied);
ensureBuild();
const folder = ensureTools();
const { register } = await import("tsx/esm/api");
register();
const { runVerification } = await import("./verify/run-verification.ts");
process.exitCode = await runVerification(folder, args);
