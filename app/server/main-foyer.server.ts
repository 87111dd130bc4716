import path from "node:path";
import { type Config, readConfig } from "~/config.server";
import { DomainError } from "~/domain/domain-error";
import { durabilityProblems, snapshotSqlite } from "~db/durability";
import { assembleServerDeps } from "./assemble.server";
import type { CommandHost, OpenChoice, OpenedInstance } from "./commands/command";
import { runCommand } from "./commands/run-command.server";
import { openInstance, secretOf } from "./main-instance.server";
import { startWorkers } from "./workers.server";

type Environment = Record<string, string | undefined>;

const clearLine = "\r\u001b[2K";

const untilStopped = () =>
  new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });

const within = (config: Config, folder: string): Config => ({
  ...config,
  secret: secretOf(config),
  data: { ...config.data, folder },
  database: { ...config.database, url: `sqlite:${path.join(folder, "foyer.db")}` },
});

/** What commands get on a real machine. `root` is the folder of package.json. */
export function commandHost(environment: Environment, root: string): CommandHost {
  // A command talks in sentences: the log stays silent unless it was asked for.
  const config = () => readConfig({ ...environment, LOG_LEVEL: environment.LOG_LEVEL ?? "silent" }, root);
  const terminal = Boolean(process.stderr.isTTY);

  async function open(choice: OpenChoice = {}): Promise<OpenedInstance> {
    const settings = choice.folder ? within(config(), choice.folder) : config();
    const instance = await openInstance(settings, {
      exclusive: choice.exclusive ?? false,
      migrate: "when-safe",
    });
    const { embedded } = settings.database;
    return {
      deps: assembleServerDeps(instance.deps),
      pendingMigrations: instance.pendingMigrations,
      clockSkewMs: instance.clockSkewMs,
      durabilityProblems: () => durabilityProblems(instance.deps.db, embedded),
      async snapshot(file) {
        if (!embedded)
          throw new DomainError("invalid", "not_embedded", "Only an embedded database is copied here.");
        await snapshotSqlite(instance.deps.db, file);
      },
      close: instance.close,
    };
  }

  return {
    env: environment,
    config,
    open,
    async migrate(onStep) {
      const applied: string[] = [];
      const instance = await openInstance(config(), {
        exclusive: false,
        migrate: "always",
        onWait: (words) => void process.stderr.write(`${words}\n`),
        onStep(name, done, of) {
          applied.push(name);
          onStep(name, done, of);
        },
      });
      await instance.close();
      return applied;
    },
    async work(instance) {
      const workers = startWorkers(instance.deps, instance.clockSkewMs);
      await untilStopped();
      await workers.stop();
    },
    terminal,
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    progress: (text) => {
      if (terminal) process.stderr.write(`${clearLine}${text}`);
    },
  };
}

/** The command line; resolves with the exit code. */
export const foyer = (argv: readonly string[], environment: Environment, root: string): Promise<number> =>
  runCommand(argv, commandHost(environment, root));
