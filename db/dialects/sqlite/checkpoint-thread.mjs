// A thread that moves what is in the log into the database, so that commits need not.
import { statSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { openSqlite } from "./statements.mjs";

const everyMs = 500;
/** A short log is as good as none. */
const worthwhileBytes = 4 * 1024 * 1024;

const handle = openSqlite(workerData.file);

setInterval(() => {
  try {
    const { size } = statSync(`${workerData.file}-wal`);
    // Passive: waits for nobody and holds nobody up; what is left over is taken next time.
    if (size > worthwhileBytes) handle.exec("pragma wal_checkpoint(passive)");
  } catch {
    // A full disk, or no log yet: commits say so where it matters, and check the log themselves when it is long.
  }
}, everyMs);
