// Serves the built product. `npm start` calls this with its heap limit.
import { loadServer } from "./lib/load-server.mjs";
import { loadEnvironment, root } from "./lib/prepare.mjs";

loadEnvironment();
const { ConfigError, readConfig, remixBuild, startServer } = loadServer();

try {
  const config = readConfig(process.env, root);
  const server = await startServer(config, {
    build: await remixBuild(),
    onStep: (what) => console.log(what),
  });
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
  if (error instanceof ConfigError || error?.name === "DomainError") {
    console.error(error.safeMessage ?? error.message);
  } else if (error?.code === "EADDRINUSE") {
    console.error(`Port ${error.port} is taken. Choose another one, for example: PORT=3001 npm start`);
  } else console.error(error);
  process.exit(1);
}
