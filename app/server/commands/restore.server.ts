import { existsSync } from "node:fs";
import { copyFile, cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { writeInstanceFact } from "~/domain/keys/instance-fact.server";
import { replayJournal } from "~/domain/termination/replay-journal.server";
import { openJournal } from "~/lib/journal.server";
import { backedUpFolders, readBackup } from "./backup-archive.server";
import { type Command, type CommandContext, CommandFailure, withInstance } from "./command";

const journalFile = "journal/journal.ndjson";

/** Where the backup goes; refuses to write over a database that is there. */
function freePlace(context: CommandContext): { database: string; folder: string } {
  const config = context.config();
  if (!config.database.embedded) {
    throw new CommandFailure(
      "A MySQL database is restored with its own tool; then start Foyer with its data folder.",
    );
  }
  const database = path.resolve(config.database.url.slice("sqlite:".length));
  if (existsSync(database)) {
    throw new CommandFailure(
      `${database} is there already. Stop the server and move it away first; nothing was changed.`,
    );
  }
  return { database, folder: path.resolve(config.data.folder) };
}

/** What happened since the backup stands in the journal that outlived the database. */
function journalOf(context: CommandContext, folder: string): string | undefined {
  const given = context.values.journal;
  const file = typeof given === "string" ? path.resolve(given) : path.join(folder, journalFile);
  if (existsSync(file)) return file;
  if (context.values["without-journal"] === true) return undefined;
  throw new CommandFailure(
    `There is no journal at ${file}. Without it, people who opted out since the backup would be written to again. Give it with --journal, or use --without-journal: then no campaign leaves until an operator confirms.`,
  );
}

export const restoreCommand: Command = {
  name: "restore",
  summary: "Put a backup back and repeat the opt-outs and erasures made since",
  usage: "FILE [--journal FILE | --without-journal]",
  options: { journal: { type: "string" }, "without-journal": { type: "boolean", default: false } },
  async run(context) {
    const [file] = context.positionals;
    if (!file) throw new CommandFailure("Name the backup. See --help.", 2);
    const { database, folder } = freePlace(context);
    const journal = journalOf(context, folder);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const staged = await mkdtemp(path.join(folder, "restore-"));
    try {
      const manifest = await readBackup(path.resolve(file), staged, context.progress);
      const kept = path.join(staged, "kept-journal.ndjson");
      if (journal) await copyFile(journal, kept);
      for (const name of backedUpFolders) {
        if (existsSync(path.join(staged, name))) {
          await cp(path.join(staged, name), path.join(folder, name), { recursive: true });
        }
      }
      if (journal) {
        await mkdir(path.join(folder, "journal"), { recursive: true, mode: 0o700 });
        await copyFile(kept, path.join(folder, journalFile));
      }
      await mkdir(path.dirname(database), { recursive: true, mode: 0o700 });
      await rename(path.join(staged, "foyer.db"), database);
      const replayed = await withInstance(context, async ({ deps }) => {
        if (!journal) {
          await writeInstanceFact(deps, "marketing_blocked", "1");
          return 0;
        }
        const opened = openJournal(path.join(folder, "journal"));
        const entries = opened.read();
        opened.close();
        return replayJournal(deps, entries, manifest.made_at);
      });
      const made = new Date(manifest.made_at).toISOString();
      context.answer(
        { made_at: made, replayed, marketing_blocked: !journal },
        journal
          ? `Restored the backup of ${made} and repeated ${replayed} entries of the journal.`
          : `Restored the backup of ${made}. No campaign leaves until an operator confirms it in the console.`,
      );
      return 0;
    } finally {
      await rm(staged, { recursive: true, force: true });
    }
  },
};
