import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { writeBackup } from "./backup-archive.server";
import { type Command, CommandFailure, needed, withInstance } from "./command";

export const backupCommand: Command = {
  name: "backup",
  summary: "Copy database, files and journal into one ZIP beside a running server",
  usage: `--out FILE

The keys inside are wrapped by FOYER_SECRET, which is not part of it: keep that apart.`,
  options: { out: { type: "string" } },
  async run(context) {
    const target = path.resolve(needed(context.values, "out"));
    return withInstance(context, async (instance) => {
      const { config, clock } = instance.deps;
      if (!config.database.embedded) {
        throw new CommandFailure(
          "A MySQL database is backed up with its own tool (such as mariadb-dump --single-transaction); copy the data folder beside it.",
        );
      }
      const folder = await mkdtemp(path.join(config.data.folder, "backup-"));
      try {
        const madeAt = clock.now();
        const snapshot = path.join(folder, "foyer.db");
        context.progress("Copying the database");
        await instance.snapshot(snapshot);
        const made = await writeBackup({
          snapshot,
          dataFolder: config.data.folder,
          target,
          madeAt,
          onFile: context.progress,
        });
        const secret = path.join(config.data.folder, "secret");
        const apart = config.secret ? "FOYER_SECRET" : secret;
        context.answer(
          { file: target, ...made, secret: apart },
          `Backed up ${made.files} files, ${made.size} bytes, to ${target}\nKeep ${apart} apart from it: nothing can be put back without.`,
        );
        return 0;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  },
};
