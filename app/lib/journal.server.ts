import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";

/** One line of the journal: ids and keyed hashes only. */
export interface JournalEntry {
  kind: string;
  at: number;
  [field: string]: string | number;
}

/** Append-only and outside the database; `append` resolves once the entries are durable. */
export interface Journal {
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** Entries from a time on, in the order they were written. */
  read(since?: number): Promise<JournalEntry[]>;
  close(): Promise<void>;
}

/** The entries are not durable everywhere they must be, so nobody may be told that they are. */
export class JournalUnavailableError extends Error {
  constructor(cause: unknown) {
    super(`The journal cannot be written: ${(cause as Error)?.message ?? cause}`, { cause });
    this.name = "JournalUnavailableError";
  }
}

/** A file that is on disk when `append` returns, before anything else of the caller runs. */
export function openJournal(folder: string): Journal {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "journal.ndjson");
  const handle = openSync(file, "a", 0o600);
  return {
    async append(entries) {
      if (entries.length === 0) return;
      writeSync(handle, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      fsyncSync(handle);
    },
    read: async (since = 0) => readJournalFile(file, since),
    close: async () => closeSync(handle),
  };
}

export function readJournalFile(file: string, since = 0): JournalEntry[] {
  // A torn last line is a write that was never acknowledged.
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line ? [JSON.parse(line) as JournalEntry] : [];
      } catch {
        return [];
      }
    })
    .filter((entry) => entry.at >= since);
}

/** What several places remember, each entry once, in the order of their times. */
export function joinEntries(places: readonly (readonly JournalEntry[])[]): JournalEntry[] {
  const once = new Map<string, JournalEntry>();
  for (const entry of places.flat()) once.set(JSON.stringify(entry), entry);
  return [...once.values()].sort((a, b) => a.at - b.at);
}

/** Writes to both places and answers when the slower one is done. */
export function keepInTwoPlaces(near: Journal, far: Journal): Journal {
  return {
    async append(entries) {
      await Promise.all([near.append(entries), far.append(entries)]);
    },
    read: async (since) => joinEntries([await near.read(since), await far.read(since)]),
    async close() {
      await near.close();
      await far.close();
    },
  };
}
