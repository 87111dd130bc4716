// A promise marked kept needs a test that names it; code and ids that are named must exist.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { PlatformPromise } from "../app/domain/trust/platform-promise";
import { promises } from "../app/domain/trust/promise-registry";

const folders = ["app", "builder", "db", "scripts"];
const testFile = /\.test\.tsx?$/;
const named = /\[([a-z]+\.[a-z]+|sms|agent)\]/g;
const title = /\b(?:it|test|describe)(?:\.\w+)*(?:\([^"'`]*\))?\(\s*["'`]((?:[^"'`\\]|\\.)*)["'`]/g;

/** Ids of promises in the titles of a test file. */
export function promisesNamedIn(text: string): string[] {
  const titles = [...text.matchAll(title)].map((match) => match[1] ?? "");
  return titles.flatMap((each) => [...each.matchAll(named)].map((match) => match[1] ?? ""));
}

function* testsBelow(folder: string): Generator<string> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* testsBelow(name);
    else if (testFile.test(entry.name)) yield name;
  }
}

/** Which test files name each promise. */
export function collectProofs(root: string): Map<string, string[]> {
  const proofs = new Map<string, string[]>();
  for (const folder of folders) {
    for (const file of testsBelow(path.join(root, folder))) {
      for (const id of new Set(promisesNamedIn(readFileSync(file, "utf8")))) {
        proofs.set(id, [...(proofs.get(id) ?? []), path.relative(root, file)]);
      }
    }
  }
  return proofs;
}

export function problemsOfPromises(
  registry: readonly PlatformPromise[],
  proofs: ReadonlyMap<string, readonly string[]>,
  exists: (file: string) => boolean,
): string[] {
  const problems: string[] = [];
  const ids = new Set(registry.map((promise) => promise.id));
  if (ids.size !== registry.length) problems.push("the registry lists a promise twice");
  for (const promise of registry) {
    if (promise.state === "kept" && !proofs.has(promise.id)) {
      problems.push(`${promise.id}: marked kept, but no test names it`);
    }
    if (promise.state !== "planned" && (promise.code.length === 0 || promise.mechanism === "")) {
      problems.push(`${promise.id}: names no code or no mechanism`);
    }
    for (const file of promise.code) {
      if (!exists(file)) problems.push(`${promise.id}: ${file} does not exist`);
    }
  }
  for (const [id, files] of proofs) {
    if (!ids.has(id)) problems.push(`${files[0]}: names ${id}, which nobody promised`);
  }
  return problems;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const root = path.resolve(import.meta.dirname, "..");
  const proofs = collectProofs(root);
  const problems = problemsOfPromises(promises, proofs, (file) => existsSync(path.join(root, file)));
  for (const problem of problems) console.error(problem);
  const kept = promises.filter((promise) => promise.state === "kept").length;
  const proven = promises.filter((promise) => promise.state === "partly" && proofs.has(promise.id));
  if (process.argv.includes("--proven")) console.log(proven.map((promise) => promise.id).join("\n"));
  console.log(
    `promises: ${promises.length}, ${kept} kept, ${proven.length} partly with a test, ${problems.length} problems`,
  );
  process.exitCode = problems.length > 0 ? 1 : 0;
}
