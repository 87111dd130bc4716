// A thread with its own connection: exports, reports, counts and batches never hold up the main thread.
import { parentPort, workerData } from "node:worker_threads";
import { splitRows, unpackRows } from "./packed-rows.mjs";
import { openSqlite, runForRows, runStatement } from "./statements.mjs";

const handle = openSqlite(workerData.file, workerData.options);

/** Runs statements in order up to the first that fails; the answer of the last one counts. */
parentPort.on("message", ({ id, statements }) => {
  try {
    let answer;
    for (const { sql, parameters, width } of statements) {
      if (width === undefined) answer = runStatement(handle, sql, parameters);
      else {
        const rows =
          typeof parameters === "string" ? unpackRows(parameters, width) : splitRows(parameters, width);
        answer = runForRows(handle, sql, rows);
      }
    }
    parentPort.postMessage({ id, ...answer });
  } catch (error) {
    parentPort.postMessage({ id, error: { message: error.message, code: error.code } });
  }
});
