// npm run check: the quick part of the tests, side by side. Each check prints one line; the output of a failing one follows.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureDependencies, root } from "./lib/prepare.mjs";

ensureDependencies();

const bin = (name) => path.join(root, "node_modules/.bin", name);
const tsx = (script) => [process.execPath, ["--import", "tsx", path.join(root, "scripts", script)]];

// Several checkers work out the same types again, and the collector's work is more than the memory is worth.
const typeSettings = { GOGC: "off", GOMEMLIMIT: "2GiB" };
const types = ["node_modules/typescript-7/bin/tsc", "--noEmit", "-p", ".", "--checkers", "1"];

/** The longest ones first. */
export const checks = [
  ["types", [process.execPath, types], typeSettings],
  ["unused code", [bin("knip"), ["--no-progress"]]],
  ["lint and format", [bin("biome"), ["check", "--error-on-warnings", "."]]],
  ["imports and house rules", tsx("check-imports.ts")],
  ["data map", tsx("check-data-map.ts")],
  ["tenant queries", tsx("check-tenant-queries.ts")],
  ["promises", tsx("check-promises.ts")],
];

function runCheck([name, [command, args], settings]) {
  return new Promise((resolve) => {
    const started = Date.now();
    let output = "";
    const child = spawn(command, args, { cwd: root, env: { ...process.env, NO_COLOR: "1", ...settings } });
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("close", (code) => {
      const ok = code === 0;
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${ok ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
      if (!ok) console.log(output.trimEnd().split("\n").slice(-60).join("\n"));
      resolve(ok);
    });
  });
}

/** Runs all checks, two at a time; answers how many passed and failed. */
export async function runChecks() {
  const waiting = [...checks];
  let passed = 0;
  let failed = 0;
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (await runCheck(check)) passed += 1;
      else failed += 1;
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed, failed };
}

if (process.argv[1] === path.join(root, "scripts/check.mjs")) {
  const { passed, failed } = await runChecks();
  console.log(`${passed} passed, ${failed} failed, 0 skipped`);
  process.exit(failed === 0 ? 0 : 1);
}
