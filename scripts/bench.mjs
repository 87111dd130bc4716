// npm run bench: each figure beside its reference, measured in the same run on the same cores.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { ensureBuild, ensureDependencies, run } from "./lib/prepare.mjs";

const needed = [
  { program: "wrk", package: "wrk" },
  { program: "nginx", package: "nginx-light" },
  { program: "mariadbd", package: "mariadb-server" },
];

const has = ({ program }) =>
  ["/usr/bin", "/usr/sbin", "/usr/libexec", "/usr/local/bin", "/opt/homebrew/bin"].some((folder) =>
    existsSync(`${folder}/${program}`),
  );

/** Through apt-get as root on Debian and Ubuntu; elsewhere says what is needed, and fails. */
function ensurePrograms() {
  const missing = needed.filter((one) => !has(one)).map((one) => one.package);
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && spawnSync("which", ["apt-get"]).status === 0) {
    console.log(`Installing ${missing.join(", ")} for the benchmarks`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    run("apt-get", ["update", "-qq"], options);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], options);
  }
  const still = needed.filter((one) => !has(one));
  if (still.length === 0) return;
  console.error(
    `The benchmarks need ${still.map((one) => `${one.program} (package ${one.package})`).join(", ")}.`,
  );
  process.exit(1);
}

ensureDependencies();
ensurePrograms();
ensureBuild();
const { register } = await import("tsx/esm/api");
register();
const { runBenchmarks } = await import("./bench/run-benchmarks.ts");
process.exitCode = await runBenchmarks(process.argv.slice(2));
