// npm test: installs what the tests need, then all checks and tests. The last line counts them.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuild, ensureDependencies, root, run } from "./lib/prepare.mjs";

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

function vitest(title, projects, paths = []) {
  console.log(`\n== ${title}`);
  const report = path.join(mkdtempSync(path.join(tmpdir(), "foyer-report-")), "report.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...paths];
  for (const project of projects) args.push("--project", project);
  const status = run(path.join(root, "node_modules/.bin/vitest"), args, {
    env: { ...process.env, NODE_ENV: "test" },
  });
  if (!existsSync(report)) {
    totals.failed += 1;
    return;
  }
  const result = JSON.parse(readFileSync(report, "utf8"));
  totals.passed += result.numPassedTests;
  totals.failed += result.numFailedTests;
  totals.skipped += result.numPendingTests + result.numTodoTests;
  // A file that does not load fails without a failing test.
  if (status !== 0 && result.numFailedTests === 0) totals.failed += 1;
}

ensureDependencies();
ensurePrograms();
console.log("\n== Checks");
const { runChecks } = await import("./check.mjs");
const checked = await runChecks();
totals.passed += checked.passed;
totals.failed += checked.failed;
ensureBuild();
vitest("Units and both databases", ["unit", "db-sqlite", "db-mysql"]);
vitest("Crashes", ["crash"]);
vitest("Browser journeys", ["e2e"]);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
