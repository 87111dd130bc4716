// Serves the built product. `npm start` calls this with its bounds of memory.
import { loadServer } from "./lib/load-server.mjs";
import { loadEnvironment, root } from "./lib/prepare.mjs";
import { showSteps } from "./lib/show-steps.mjs";

loadEnvironment();
const { readConfig, remixBuild, startProblem, startServer } = loadServer();
const steps = showSteps();

try {
  const config = readConfig(process.env, root);
  const server = await startServer(config, {
    build: await remixBuild(),
    onStep: steps.step,
  });
  steps.end();
  console.log(["", ...server.welcome.lines, ""].join("\n"));
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      await server.stop();
      process.exit(0);
    });
  }
} catch (error) {
  steps.end();
  console.error(startProblem(error) ?? error);
  process.exit(1);
}
