// A thread with its own connection: exports, reports, counts and batches never hold up the main thread.
import { parentPort, workerData } from "node:worker_threads";
import { openSqlite, runStatement } from "./statements.mjs";

const handle = openSqlite(workerData.file, workerData.options);

parentPort.on("message", ({ id, sql, parameters, width }) => {
  try {
    parentPort.postMessage({ id, ...runStatement(handle, sql, parameters, width) });
  } catch (error) {
    parentPort.postMessage({ id, error: { message: error.message, code: error.code } });
  }
});
