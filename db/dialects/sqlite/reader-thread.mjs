// A thread with its own read-only connection: exports, reports and counts never hold up the main thread.
import { parentPort, workerData } from "node:worker_threads";
import { openSqlite } from "./statements.mjs";

const handle = openSqlite(workerData.file, { readOnly: true });

parentPort.on("message", ({ id, sql, parameters }) => {
  try {
    parentPort.postMessage({ id, rows: handle.prepare(sql).all(parameters) });
  } catch (error) {
    parentPort.postMessage({ id, error: { message: error.message, code: error.code } });
  }
});
