// Loads the server from its one file, with what V8 made of it at an earlier start: to compile it anew takes most of a start.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { serverBundle } from "./prepare.mjs";

/** Compiled code serves only the same file, the same Node and the same flags. */
function compiledBeside(file) {
  const { mtimeMs, size } = statSync(file);
  const of = [mtimeMs, size, process.version, process.arch, ...process.execArgv].join(" ");
  return `${file}.${createHash("sha256").update(of).digest("hex").slice(0, 16)}.compiled`;
}

const sha256 = (data) => createHash("sha256").update(data).digest();
const sumBytes = 32;

/** V8 looks at the head of it only, and would run whatever a bad disk made of the rest. */
function readCompiled(file) {
  if (!existsSync(file)) return undefined;
  const kept = readFileSync(file);
  const code = kept.subarray(sumBytes);
  return sha256(code).equals(kept.subarray(0, sumBytes)) ? code : undefined;
}

/** Where the folder may not be written, starts stay as slow as the first. */
function keepCompiled(script, file) {
  const unfinished = `${file}.${process.pid}`;
  try {
    const code = script.createCachedData();
    writeFileSync(unfinished, Buffer.concat([sha256(code), code]));
    renameSync(unfinished, file);
  } catch {}
}

/** What the file exports. It holds ASCII only, as build-server.mjs writes it. */
export function loadServer(file = serverBundle) {
  const compiled = compiledBeside(file);
  const script = new vm.Script(Module.wrap(readFileSync(file, "latin1")), {
    filename: file,
    cachedData: readCompiled(compiled),
  });
  const module = { exports: {}, importOutside: (name) => import(name) };
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
  if (script.cachedDataRejected !== false) keepCompiled(script, compiled);
  return module.exports;
}
