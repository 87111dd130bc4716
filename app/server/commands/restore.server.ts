import { existsSync } from "node:fs";
import { copyFile, cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pauseRestored } from "~/domain/campaigns/pause-restored.server";
import { writeInstanceFact } from "~/domain/keys/instance-fact.server";
import { replayJournal } from "~/domain/termination/replay-journal.server";
import { assembleServerDeps } from "../assemble.server";
import { backedUpFolders, readBackup } from "./backup-archive.server";
import {
  type Command,
  type CommandContext,
  CommandFailure,
  needed,
  type OpenedInstance,
  withInstance,
} from "./command";
import { gatherJournal, journalName, type KeptJournal } from "./restore-journal.server";

/** The database with what was repeated, as one file. */
const wholeName = "whole.db";

/** Where the backup goes; refuses to write over a database that is there, and beside the log of one, which would be taken for its own. */
function freePlace(url: string): string {
  const database = path.resolve(url.slice("sqlite:".length));
  for (const part of [database, `${database}-wal`]) {
    if (!existsSync(part)) continue;
    throw new CommandFailure(
      `${part} is there already. Stop the server and move ${path.basename(database)} away first, with its -wal and -shm files; nothing was changed.`,
    );
  }
  return database;
}

/** A backup is of no use without the secret that wraps its keys, and a new one would not open it. */
function checkSecret(given: string | undefined, folder: string): void {
  const file = path.join(folder, "secret");
  if (given || existsSync(file)) return;
  throw new CommandFailure(
    `The keys of a backup are wrapped by the secret of the instance it was made of. Put that one at ${file} first, or give it as FOYER_SECRET; nothing was changed.`,
  );
}

/** Files and database of the backup, with the journal that outlived them kept in its place. The database comes last. */
async function putBack(
  staged: string,
  target: { database: string; folder: string; journal: string | undefined },
) {
  const kept = path.join(staged, "kept-journal.ndjson");
  if (target.journal) await copyFile(target.journal, kept);
  for (const name of backedUpFolders) {
    if (existsSync(path.join(staged, name))) {
      await cp(path.join(staged, name), path.join(target.folder, name), { recursive: true });
    }
  }
  if (target.journal) {
    await mkdir(path.join(target.folder, "journal"), { recursive: true, mode: 0o700 });
    await copyFile(kept, path.join(target.folder, journalName));
  }
  await mkdir(path.dirname(target.database), { recursive: true, mode: 0o700 });
  await rename(path.join(staged, wholeName), target.database);
}

interface Repeated {
  /** Entries of the journal. */
  replayed: number;
  /** Campaigns that wait for a person now. */
  paused: number;
}

async function repeat(
  { deps }: OpenedInstance,
  journal: KeptJournal | undefined,
  madeAt: number,
): Promise<Repeated> {
  const replayed = journal ? await replayJournal(deps, journal.entries, madeAt) : 0;
  if (!journal) await writeInstanceFact(deps, "marketing_blocked", "1");
  return { replayed, paused: await pauseRestored(assembleServerDeps(deps)) };
}

function answer(
  context: CommandContext,
  what: string,
  madeAt: number,
  { replayed, paused, blocked }: Repeated & { blocked: boolean },
) {
  const held =
    paused > 0 ? ` Campaigns under way are paused (${paused}): members decide whether they go on.` : "";
  const made = new Date(madeAt).toISOString();
  context.answer(
    { made_at: made, replayed, marketing_blocked: blocked, campaigns_paused: paused },
    blocked
      ? `${what} of ${made}. No campaign leaves until an operator confirms it in the console.${held}`
      : `${what} of ${made} and repeated ${replayed} entries of the journal.${held}`,
  );
}

/** What is in place at the end is whole, or nothing is: a database without the opt-outs made since must never be served. */
async function restoreEmbedded(context: CommandContext, url: string, folder: string): Promise<void> {
  const [file] = context.positionals;
  if (!file) throw new CommandFailure("Name the backup. See --help.", 2);
  const database = freePlace(url);
  checkSecret(context.config().secret, folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const staged = await mkdtemp(path.join(folder, "restore-"));
  try {
    const manifest = await readBackup(path.resolve(file), staged, context.progress);
    const journal = await gatherJournal(context, folder, manifest.made_at);
    const repeated = await withInstance(
      context,
      async (instance) => {
        const done = await repeat(instance, journal, manifest.made_at);
        await instance.snapshot(path.join(staged, wholeName));
        return done;
      },
      { folder: staged },
    );
    await putBack(staged, { database, folder, journal: journal?.file });
    answer(context, "Restored the backup", manifest.made_at, { ...repeated, blocked: !journal });
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

/** The database's own tool has put its dump back; what it has forgotten since is repeated here. */
async function restoreServer(context: CommandContext, folder: string): Promise<void> {
  if (context.positionals.length > 0) {
    throw new CommandFailure(
      "A MySQL database is put back with its own tool. Then run restore --since TIME, the time at which the dump was made.",
      2,
    );
  }
  const madeAt = Date.parse(needed(context.values, "since"));
  if (Number.isNaN(madeAt)) {
    throw new CommandFailure("--since is no time. Write it as in 2026-11-23T04:00:00Z.", 2);
  }
  const journal = await gatherJournal(context, folder, madeAt);
  const repeated = await withInstance(context, (instance) => repeat(instance, journal, madeAt));
  answer(context, "Took up the dump", madeAt, { ...repeated, blocked: !journal });
}

export const restoreCommand: Command = {
  name: "restore",
  words: 1,
  summary: "Put a backup back and repeat the opt-outs and erasures made since",
  usage: "FILE | --since TIME (with mysql://)  [--journal FILE | --without-journal]",
  options: {
    since: { type: "string" },
    journal: { type: "string" },
    "without-journal": { type: "boolean", default: false },
  },
  async run(context) {
    const { database, data } = context.config();
    const folder = path.resolve(data.folder);
    await (database.embedded
      ? restoreEmbedded(context, database.url, folder)
      : restoreServer(context, folder));
    return 0;
  },
};
