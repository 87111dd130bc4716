// A thread that moves what is in the log into the database, so that commits need not.
import { fdatasyncSync, openSync, statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { longLog, openSqlite } from "./statements.mjs";

const everyMs = 500;
const soonMs = 20;
/** A short log is as good as none. */
const worthwhileBytes = 4 * 1024 * 1024;
/** Pages, and how many of them come in a millisecond at most. */
const nearlyLong = 0.8 * longLog;
const pagesPerMs = 26;

const handle = openSqlite(workerData.file);
// Never closed: closing any handle of a file ends the locks that this process has on it.
const database = openSync(workerData.file, "r+");

/** How long until the next time. */
function moveLog() {
  if (statSync(`${workerData.file}-wal`).size <= worthwhileBytes) return everyMs;
  // Passive: waits for nobody and holds nobody up; what is left over is taken next time.
  const [{ log }] = handle.prepare("pragma wal_checkpoint(passive)").all([]);
  if (log < nearlyLong) return Math.min(everyMs, Math.max(soonMs, (nearlyLong - log) / pagesPerMs));
  // Soon a commit moves the rest and syncs the database: as little as can be is left to it.
  fdatasyncSync(database);
  return soonMs;
}

let timer;

function next() {
  let waitMs = everyMs;
  try {
    waitMs = moveLog();
  } catch {
    // A full disk, or no log yet: commits say so where it matters, and check the log themselves when it is long.
  }
  timer = setTimeout(next, waitMs);
}
next();

// The one thing it is told is to end.
parentPort.once("message", () => {
  clearTimeout(timer);
  handle.close();
});
