import { existsSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../../shared/data");

/**
 * A collection of others' test data. They are not the project's to give away and lie beside it; where one does not, its tests
 * are counted as skipped and `npm test` says so above its last line. With `CI` set all of them must run.
 */
export function collectionOf(name: string): { at: string; isHere: boolean } {
  const at = path.join(folder, name);
  const isHere = existsSync(at);
  if (!isHere && process.env.CI)
    throw new Error(`The collection ${name} is missing: with CI set, no test is left out.`);
  return { at, isHere };
}
