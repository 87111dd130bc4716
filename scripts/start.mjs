// npm start: install and build when needed, then serve with a bounded heap.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureBuild, ensureDependencies, root } from "./lib/prepare.mjs";

ensureDependencies();
ensureBuild();

const child = spawn(
  process.execPath,
  ["--max-old-space-size=192", "--max-semi-space-size=8", path.join(root, "scripts/serve.mjs")],
  { cwd: root, stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } },
);
// The terminal sends Ctrl-C to both; a service manager signals only this process.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
