import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { createConnection } from "mysql2/promise";
import { startMariadb } from "../db/mariadb";

export type DatabaseKind = "sqlite" | "mariadb";
export type Row = Record<string, string | number | null>;

/** A durable database of our own, as a server is told to use it, looked at from outside. */
export interface LiveDatabase {
  kind: DatabaseKind;
  /** What its settings promise, read from the database itself. */
  durability: string;
  env: Record<string, string>;
  /** The embedded file; empty for a server. */
  file: string;
  /** One statement on a connection of its own: one consistent view, whoever writes meanwhile. */
  query(statement: string): Promise<Row[]>;
  count(statement: string): Promise<number>;
  /** Ends a database server as a power cut would; the embedded database has none. */
  kill?(): Promise<void>;
  restart?(): Promise<void>;
  remove(): Promise<void>;
}

const asCount = (rows: Row[]): number => Number(Object.values(rows[0] ?? {})[0] ?? 0);

function openEmbedded(): LiveDatabase {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-live-"));
  const file = path.join(folder, "foyer.db");
  const query = async (statement: string) => {
    const changes = /^\s*(update|delete|insert|vacuum)/i.test(statement);
    const database = new DatabaseSync(file, { readOnly: !changes });
    try {
      database.exec("pragma busy_timeout=5000");
      return database.prepare(statement).all() as Row[];
    } finally {
      database.close();
    }
  };
  return {
    kind: "sqlite",
    durability: "WAL, synchronous=full; batches by one fdatasync of the log before they are answered",
    env: { DATABASE_URL: `sqlite:${file}` },
    file,
    query,
    count: async (statement) => asCount(await query(statement)),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function openServer(): Promise<LiveDatabase> {
  const mariadb = await startMariadb({ durable: true });
  const base = await createConnection(mariadb.url);
  await base.query("create database foyer character set utf8mb4");
  const [settings] = await base.query(
    "select version() v, @@innodb_flush_log_at_trx_commit f, @@innodb_doublewrite d",
  );
  await base.end();
  const url = `${mariadb.url}foyer`;
  const query = async (statement: string) => {
    const connection = await createConnection({ uri: url, connectTimeout: 3000 });
    try {
      const [rows] = await connection.query(statement);
      return rows as Row[];
    } finally {
      connection.destroy();
    }
  };
  const { v, f, d } = (settings as Row[])[0] ?? {};
  return {
    kind: "mariadb",
    durability: `MariaDB ${v}, innodb_flush_log_at_trx_commit=${f}, innodb_doublewrite=${d}`,
    env: { DATABASE_URL: url, FOYER_SECRET: "a-secret-of-a-server-under-test-with-32-and-more" },
    file: "",
    query,
    count: async (statement) => asCount(await query(statement)),
    kill: mariadb.kill,
    restart: mariadb.restart,
    remove: mariadb.stop,
  };
}

export const openLiveDatabase = (kind: DatabaseKind): Promise<LiveDatabase> =>
  kind === "sqlite" ? Promise.resolve(openEmbedded()) : openServer();
