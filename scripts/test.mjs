// npm test: installs what the tests need, then all checks and tests. The last line counts them.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuild, ensureDependencies, root, run } from "./lib/prepare.mjs";
import { ensureVerifyTools } from "./lib/verify-tools.mjs";

const needed = [
  { program: "mariadbd", package: "mariadb-server", folders: ["/usr/sbin", "/usr/libexec"] },
  { program: "chromium", package: "chromium", folders: ["/usr/bin"] },
];

const has = ({ program, folders }) =>
  spawnSync("which", [program]).status === 0 ||
  folders.some((folder) => existsSync(path.join(folder, program)));

/** MariaDB and Chromium: through apt-get as root on Debian and Ubuntu; elsewhere says what to install, and fails. */
function ensurePrograms() {
  const missing = needed.filter((program) => !has(program));
  if (missing.length === 0) return;
  const packages = missing.map((program) => program.package);
  const mayInstall = process.getuid?.() === 0 && spawnSync("which", ["apt-get"]).status === 0;
  if (mayInstall) {
    console.log(`Installing ${packages.join(" and ")} for the tests`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], { env });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  const still = needed.filter((program) => !has(program));
  if (still.length === 0) return;
  console.error(
    `The tests need ${still.map((one) => `${one.program} (package ${one.package})`).join(" and ")}.`,
  );
  console.error("Install them, then run npm test again. Nothing was skipped, nothing was tested.");
  console.log("0 passed, 1 failed, 0 skipped");
  process.exit(1);
}

const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs projects of vitest, all their files or some: what they reported, and what was printed where `held` kept that. */
async function vitest(title, projects, { held = false, files = [] } = {}) {
  const began = Date.now();
  if (!held) console.log(`\n== ${title}`);
  const report = path.join(mkdtempSync(path.join(tmpdir(), "foyer-report-")), "report.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...files];
  for (const project of projects) args.push("--project", project);
  const output = held ? "pipe" : "inherit";
  const child = spawn(path.join(root, "node_modules/.bin/vitest"), args, {
    cwd: root,
    stdio: ["inherit", output, output],
    env: { ...process.env, NODE_ENV: "test" },
  });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => printed.push(chunk));
  const status = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  const took = `${title} took ${Math.round((Date.now() - began) / 1000)} s`;
  if (!held) console.log(took);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
  return { status, result, printed: held ? `\n== ${title}\n${Buffer.concat(printed)}\n${took}` : "" };
}

function count({ status, result }) {
  if (!result) {
    totals.failed += 1;
    return;
  }
  totals.passed += result.numPassedTests;
  totals.failed += result.numFailedTests;
  totals.skipped += result.numPendingTests + result.numTodoTests;
  // A file that does not load fails without a failing test.
  if (status !== 0 && result.numFailedTests === 0) totals.failed += 1;
}

/** Files of browser journeys that may be asked a second time: more of them is no matter of the machine. */
const mostAskedAgain = 2;

/**
 * A journey that failed while two others had the processors is asked a second time, with its whole file and alone.
 * Which ones needed that is printed last, above the count: see docs/decisions/0021.
 */
async function journeysOf(first) {
  const files = first.result?.testResults.filter((file) => file.status === "failed") ?? [];
  if (files.length === 0 || files.length > mostAskedAgain) {
    count(first);
    return { printed: first.printed, unsteady: [] };
  }
  const names = files.map((file) => path.relative(root, file.name));
  const again = await vitest("Browser journeys, a second time", ["e2e"], { held: true, files: names });
  for (const { assertionResults } of files) {
    for (const { status } of assertionResults) {
      if (status === "passed") first.result.numPassedTests -= 1;
      else if (status === "failed") first.result.numFailedTests -= 1;
      else first.result.numPendingTests -= 1;
    }
  }
  count({ status: 0, result: first.result });
  count(again);
  const failed = files.flatMap((file) => file.assertionResults.filter((one) => one.status === "failed"));
  const unsteady = again.status === 0 ? failed.map((one) => one.fullName) : [];
  return { printed: `${first.printed}\n${again.printed}`, unsteady };
}

ensureDependencies();
ensurePrograms();
console.log("\n== Checks");
const { runChecks } = await import("./check.mjs");
const checked = await runChecks();
totals.passed += checked.passed;
totals.failed += checked.failed;
// Fetching waits for the network, building for the processor. What could not be fetched is tried again, and then says why.
const fetching = new Promise((resolve) => {
  const module = JSON.stringify(path.join(root, "scripts/lib/verify-tools.mjs"));
  const script = `import { ensureVerifyTools } from ${module}; ensureVerifyTools();`;
  const args = ["--input-type=module", "--eval", script];
  const options = { cwd: root, stdio: ["ignore", "inherit", "ignore"] };
  spawn(process.execPath, args, options).on("error", resolve).on("close", resolve);
});
ensureBuild();
await fetching;
ensureVerifyTools();
// A journey or a crash test leaves a processor idle for half of its time: beside two workers of the others it costs them little.
const units = vitest("Units and both databases", ["unit", "db-sqlite", "db-mysql"]);
const journeys = vitest("Browser journeys", ["e2e"], { held: true });
const crashes = Promise.race([units, journeys]).then(() => vitest("Crashes", ["crash"], { held: true }));
count(await units);
const firstJourneys = await journeys;
const crashed = await crashes;
count(crashed);
const { printed, unsteady } = await journeysOf(firstJourneys);
console.log(printed);
console.log(crashed.printed);
if (!existsSync(path.join(root, "../shared/data")))
  console.log(
    "\nNOT RUN, counted as skipped: what needs the collections of others in ../shared/data. With CI set it fails.",
  );
for (const name of unsteady) console.log(`\nUNSTEADY, passed the second time only: ${name}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
