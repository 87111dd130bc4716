import { open } from "node:fs/promises";
import { sql } from "kysely";
import type { Db } from "./schema/executor";

async function setting(db: Db, name: string): Promise<string> {
  const answer = await sql<{ Value: string }>`show variables like ${name}`.execute(db);
  return String(answer.rows[0]?.Value ?? "");
}

/** What would lose committed data when the power fails, in words for an operator; empty when nothing would. */
export async function durabilityProblems(db: Db, embedded: boolean): Promise<string[]> {
  if (embedded) {
    const answer = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
    return Number(answer.rows[0]?.synchronous) >= 2 ? [] : ["SQLite runs without synchronous=full."];
  }
  const problems: string[] = [];
  if ((await setting(db, "innodb_flush_log_at_trx_commit")) !== "1") {
    problems.push("The database does not write to disk at commit: set innodb_flush_log_at_trx_commit=1.");
  }
  if (/^(off|0)$/i.test(await setting(db, "innodb_doublewrite"))) {
    problems.push("The database can tear pages when the power fails: set innodb_doublewrite=on.");
  }
  return problems;
}

/** A consistent copy of an embedded database, on the disk and for its owner alone; writers go on meanwhile. */
export async function snapshotSqlite(db: Db, file: string): Promise<void> {
  await sql`vacuum into ${file}`.execute(db);
  const copy = await open(file, "r+");
  try {
    await copy.chmod(0o600);
    await copy.sync();
  } finally {
    await copy.close();
  }
}
