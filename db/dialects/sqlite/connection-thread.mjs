// A thread with its own connection: exports, reports, counts and batches never hold up the main thread.
import { parentPort, workerData } from "node:worker_threads";
import { openSqlite, runStatement } from "./statements.mjs";

const handle = openSqlite(workerData.file, workerData.options);

/** Runs statements in order up to the first that fails; the answer of the last one counts. */
parentPort.on("message", ({ id, statements }) => {
  try {
    let answer;
    for (const { sql, parameters, width } of statements) {
      const values = typeof parameters === "string" ? JSON.parse(parameters) : parameters;
      answer = runStatement(handle, sql, values, width);
    }
    parentPort.postMessage({ id, ...answer });
  } catch (error) {
    parentPort.postMessage({ id, error: { message: error.message, code: error.code } });
  }
});
