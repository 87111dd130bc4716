import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { overlapMs } from "~/domain/termination/replay-journal.server";
import { type JournalEntry, joinEntries, readJournalFile } from "~/lib/journal.server";
import { openJournalDatabase } from "~/lib/journal-database.server";
import { type CommandContext, CommandFailure } from "./command";

export const journalName = "journal/journal.ndjson";

export interface KeptJournal {
  /** From all places, in the order of their times. */
  entries: JournalEntry[];
  /** The file among the places. */
  file: string | undefined;
}

async function readSecondPlace(url: string, since: number): Promise<JournalEntry[]> {
  const journal = openJournalDatabase(url);
  try {
    return await journal.read(since);
  } catch (error) {
    throw new CommandFailure(
      `The journal at JOURNAL_URL cannot be read: ${(error as Error).message}. Nothing was changed.`,
    );
  } finally {
    await journal.close();
  }
}

/**
 * What happened since the backup stands in the journal that outlived the database: in its file, in its second place or in
 * both. Refuses without any; undefined when --without-journal was said.
 */
export async function gatherJournal(
  context: CommandContext,
  folder: string,
  madeAt: number,
): Promise<KeptJournal | undefined> {
  if (context.values["without-journal"] === true) return undefined;
  const given = context.values.journal;
  const named = typeof given === "string" ? path.resolve(given) : path.join(folder, journalName);
  // The folder of the journal is as good as its file.
  const isFolder = existsSync(named) && statSync(named).isDirectory();
  const file = isFolder ? path.join(named, path.basename(journalName)) : named;
  const present = existsSync(file);
  if (typeof given === "string" && !present) throw new CommandFailure(`There is no journal at ${file}.`);
  const { journalUrl } = context.config().data;
  const near = present ? readJournalFile(file) : [];
  const far = journalUrl ? await readSecondPlace(journalUrl, madeAt - overlapMs) : [];
  // Whoever names an empty file says that nobody opted out; one that lies there may be as new as the folder.
  if (near.length + far.length === 0 && !(present && typeof given === "string")) {
    const without =
      "Without it, people who opted out since the backup would be written to again. Give it with --journal, or use --without-journal: then no campaign leaves until an operator confirms.";
    const elsewhere = journalUrl ? " nor at JOURNAL_URL" : "";
    throw new CommandFailure(
      present
        ? `The journal at ${file} is empty${journalUrl ? ", and so is the one at JOURNAL_URL" : ""}: it may have been made after the backup. ${without} If nobody opted out yet, name the empty file with --journal.`
        : `There is no journal at ${file}${elsewhere}. ${without}`,
    );
  }
  return { entries: joinEntries([near, far]), file: present ? file : undefined };
}
