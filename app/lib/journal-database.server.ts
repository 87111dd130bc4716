import { createPool, type Pool, type RowDataPacket } from "mysql2/promise";
import { monotonicFactory } from "ulid";
import {
  type Journal,
  type JournalEntry,
  JournalUnavailableError,
  keepInTwoPlaces,
  openJournal,
} from "./journal.server";

const table = `create table if not exists foyer_journal (
  id char(26) character set ascii collate ascii_bin not null primary key,
  at bigint not null,
  line text character set utf8mb4 not null
) engine = InnoDB`;

const page = 5000;
const patienceMs = 5000;

export interface JournalDatabase extends Journal {
  /** What would lose entries when the power fails, in words for an operator. */
  problems(): Promise<string[]>;
}

/** The journal in a MySQL or MariaDB database of its own; made there on first use. */
export function openJournalDatabase(url: string): JournalDatabase {
  const nextId = monotonicFactory();
  const pool: Pool = createPool({
    uri: url,
    connectionLimit: 4,
    connectTimeout: patienceMs,
    charset: "utf8mb4_bin",
  });
  let made: Promise<unknown> | undefined;

  async function ready(): Promise<Pool> {
    made ??= pool.query(table).catch((error) => {
      made = undefined;
      throw error;
    });
    await made;
    return pool;
  }

  async function insert(rows: readonly unknown[]): Promise<void> {
    const sql = "insert ignore into foyer_journal (id, at, line) values ?";
    await (await ready()).query({ sql, values: [rows], timeout: patienceMs });
  }

  return {
    async append(entries) {
      if (entries.length === 0) return;
      const rows = entries.map((entry) => [nextId(entry.at), entry.at, JSON.stringify(entry)]);
      try {
        // A connection that the server had closed meanwhile fails once.
        await insert(rows).catch(() => insert(rows));
      } catch (error) {
        throw new JournalUnavailableError(error);
      }
    },
    async read(since = 0) {
      const found: JournalEntry[] = [];
      for (let last = ""; ; ) {
        const [rows] = await (await ready()).query<RowDataPacket[]>(
          "select id, line from foyer_journal where id > ? and at >= ? order by id limit ?",
          [last, since, page],
        );
        for (const row of rows) found.push(JSON.parse(row.line) as JournalEntry);
        if (rows.length < page) return found;
        last = String(rows.at(-1)?.id);
      }
    },
    async problems() {
      const [rows] = await (await ready()).query<RowDataPacket[]>(
        "show variables like 'innodb_flush_log_at_trx_commit'",
      );
      return rows[0]?.Value === "1"
        ? []
        : ["The journal's database does not write to disk at commit: set innodb_flush_log_at_trx_commit=1."];
    },
    close: () => pool.end(),
  };
}

/** The file of the folder, and the second place where one is set. */
export function openJournals(folder: string, secondPlace: string | undefined): Journal {
  const near = openJournal(folder);
  return secondPlace ? keepInTwoPlaces(near, openJournalDatabase(secondPlace)) : near;
}
