// npm run verify [-- --only event,guide]: Foyer behind Caddy and nginx, then every template by the Nu HTML checker and by Lighthouse; results go to docs/evidence. With --proxy only the first.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { ensureBuild, ensureDependencies, root, run } from "./lib/prepare.mjs";
import { ensureVerifyTools } from "./lib/verify-tools.mjs";

const args = process.argv.slice(2);
const onlyProxy = args.includes("--proxy");
const proxies = [
  { program: "caddy", package: "caddy" },
  { program: "nginx", package: "nginx-light" },
  { program: "openssl", package: "openssl" },
];
const ofTemplates = [
  { program: "java", package: "default-jre-headless" },
  { program: "chromium", package: "chromium" },
  // The face that Android phones have: pages stand in it until their own has come. Not all systems have it to offer.
  { file: "/usr/share/fonts/truetype/roboto", package: "fonts-roboto-unhinted" },
];
const programs = onlyProxy ? proxies : [...proxies, ...ofTemplates];
const has = ({ program, file }) => (file ? existsSync(file) : spawnSync("which", [program]).status === 0);

function ensurePrograms() {
  const missing = programs.filter((one) => !has(one)).map((one) => one.package);
  if (missing.length > 0 && process.getuid?.() === 0 && spawnSync("which", ["apt-get"]).status === 0) {
    const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    run("apt-get", ["update", "-qq"], options);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], options);
  }
  const still = programs.filter((one) => one.program && !has(one));
  if (still.length === 0) return;
  console.error(
    `Verifying needs ${still.map((one) => `${one.program} (package ${one.package})`).join(" and ")}. Nothing was verified.`,
  );
  process.exit(1);
}

ensureDependencies();
ensurePrograms();
const proxied = run(path.join(root, "node_modules/.bin/vitest"), ["run", "--project", "proxy"], {
  env: { ...process.env, NODE_ENV: "test" },
});
if (onlyProxy || proxied !== 0) process.exit(proxied);
ensureBuild();
const folder = ensureVerifyTools({ all: true });
const { register } = await import("tsx/esm/api");
register();
const { runVerification } = await import("./verify/run-verification.ts");
process.exitCode = await runVerification(folder, args);
