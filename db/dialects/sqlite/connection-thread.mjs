// A thread with its own connection: exports, reports, counts and batches never hold up the main thread.
import { parentPort, workerData } from "node:worker_threads";
import { splitRows, unpackRows } from "./packed-rows.mjs";
import { openSqlite, runForRows, runStatement } from "./statements.mjs";

const handle = openSqlite(workerData.file, workerData.options);
/** Of a statement that nobody waits for: told with each one that somebody does, and nothing is run until a rollback. */
let fault;

/** What was taken for a statement that finds and changes nothing did one of both. */
function wrongGuess({ rows, changes }) {
  if (!rows?.length && !changes) return undefined;
  return Object.assign(new Error("A statement was not as empty as was guessed."), { code: "GUESSED_WRONG" });
}

function run({ sql, parameters, width, guessed }) {
  if (width !== undefined) {
    const rows =
      typeof parameters === "string" ? unpackRows(parameters, width) : splitRows(parameters, width);
    return runForRows(handle, sql, rows);
  }
  const answer = runStatement(handle, sql, parameters);
  const wrong = guessed && wrongGuess(answer);
  if (wrong) throw wrong;
  return answer;
}

/** Runs statements in order up to the first that fails; the answer of the last one counts. Without an id nobody waits. */
parentPort.on("message", ({ id, statements, forgets, ends }) => {
  if (ends) {
    handle.close();
    parentPort.close();
    return;
  }
  if (forgets) fault = undefined;
  let answer = fault && { error: fault };
  try {
    if (!fault) for (const statement of statements) answer = run(statement);
  } catch (error) {
    answer = { error: { message: error.message, code: error.code } };
  }
  if (id === undefined) fault = answer?.error;
  else parentPort.postMessage({ id, ...answer });
});
