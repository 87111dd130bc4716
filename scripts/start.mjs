// npm start: install and build when needed, then serve with bounded memory.
import { spawn } from "node:child_process";
import path from "node:path";
import { memoryEnvironment, memoryFlags } from "./lib/memory-bounds.mjs";
import { ensureBuild, ensureDependencies, root } from "./lib/prepare.mjs";

ensureDependencies();
ensureBuild();

const child = spawn(process.execPath, [...memoryFlags, path.join(root, "scripts/serve.mjs")], {
  cwd: root,
  stdio: "inherit",
  env: { ...memoryEnvironment, ...process.env, NODE_ENV: "production" },
});
// The terminal sends Ctrl-C to both; a service manager signals only this process.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
