// npm run dev: the same server, loaded through Vite, so that routes, edges and workers share each module.
import { createRequire } from "node:module";
import { ensureDependencies, loadEnvironment, root, run } from "./lib/prepare.mjs";
import { showSteps } from "./lib/show-steps.mjs";

ensureDependencies();
loadEnvironment();
process.env.NODE_ENV = "development";
run(process.execPath, ["scripts/build-visitor.mjs"]);

const { createServer } = await import("vite");
const require = createRequire(import.meta.url);
const middie = require("@fastify/middie");

const vite = await createServer({ root, server: { middlewareMode: true }, appType: "custom" });
const load = () => vite.ssrLoadModule("/app/server/main.server.ts");

let server;
let restarting = false;

async function start() {
  const steps = showSteps();
  const { readConfig, startServer } = await load();
  server = await startServer(readConfig(process.env, root), {
    build: () => vite.ssrLoadModule("virtual:remix/server-build"),
    clientFolder: `${root}/public`,
    prepareApp: async (app) => {
      await app.register(middie);
      app.use(vite.middlewares);
    },
    onStep: steps.step,
  });
  steps.end();
  console.log(["", ...server.welcome.lines, ""].join("\n"));
}

async function restart(file) {
  if (restarting) return;
  restarting = true;
  console.log(`${file} changed: restarting`);
  await server?.stop();
  try {
    await start();
  } catch (error) {
    console.error(error);
  }
  restarting = false;
}

// Components and routes are replaced in place by Vite; what the process was built from needs a new start.
vite.watcher.on("change", (file) => {
  if (/\/app\/(server|domain)\/|\/db\//.test(file) && !/\.test\.tsx?$/.test(file))
    void restart(file.slice(root.length + 1));
});

await start();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    await server?.stop();
    await vite.close();
    process.exit(0);
  });
}
