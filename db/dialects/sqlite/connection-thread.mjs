// A thread with its own connection: exports, reports, counts and batches never hold up the main thread.
import { parentPort, workerData } from "node:worker_threads";
import { openSqlite } from "./statements.mjs";

const handle = openSqlite(workerData.file, workerData.options);

function answer({ sql, parameters }) {
  const statement = handle.prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters) };
  return { changes: Number(statement.run(parameters).changes) };
}

parentPort.on("message", (statement) => {
  try {
    parentPort.postMessage({ id: statement.id, ...answer(statement) });
  } catch (error) {
    parentPort.postMessage({ id: statement.id, error: { message: error.message, code: error.code } });
  }
});
