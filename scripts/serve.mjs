// Serves the built product. `npm start` calls this with its heap limit.
import { loadServer } from "./lib/load-server.mjs";
import { loadEnvironment, root } from "./lib/prepare.mjs";
import { showSteps } from "./lib/show-steps.mjs";

loadEnvironment();
const { ConfigError, readConfig, remixBuild, startServer } = loadServer();
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
  if (error instanceof ConfigError || error?.name === "DomainError") {
    console.error(error.safeMessage ?? error.message);
  } else if (error?.code === "EADDRINUSE") {
    console.error(`Port ${error.port} is taken. Choose another one, for example: PORT=3001 npm start`);
  } else if (["EADDRNOTAVAIL", "EACCES", "ENOTFOUND"].includes(error?.code) && error.syscall !== "open") {
    console.error(
      `Nothing can listen at ${process.env.HOST || "127.0.0.1"}, port ${process.env.PORT || 3000}. Set HOST to an address of this machine, for example HOST=0.0.0.0, and PORT to one above 1023.`,
    );
  } else console.error(error);
  process.exit(1);
}
