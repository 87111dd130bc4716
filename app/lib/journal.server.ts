import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";

/** One line of the journal: ids and keyed hashes only. */
export interface JournalEntry {
  kind: string;
  at: number;
  [field: string]: string | number;
}

/** An append-only file outside the database; `append` returns after the bytes are on disk. */
export interface Journal {
  append(entries: readonly JournalEntry[]): void;
  read(): JournalEntry[];
  close(): void;
}

export function openJournal(folder: string): Journal {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "journal.ndjson");
  const handle = openSync(file, "a", 0o600);
  return {
    append(entries) {
      if (entries.length === 0) return;
      writeSync(handle, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      fsyncSync(handle);
    },
    read() {
      const lines = readFileSync(file, "utf8").split("\n");
      // A torn last line is a write that was never acknowledged.
      return lines.flatMap((line) => {
        try {
          return line ? [JSON.parse(line) as JournalEntry] : [];
        } catch {
          return [];
        }
      });
    },
    close: () => closeSync(handle),
  };
}
