// Loads the server from its one file, with what V8 made of it at an earlier start: to compile it anew takes most of a start.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { root } from "./prepare.mjs";

export const bundleFile = path.join(root, "build/server/foyer.cjs");

/** Compiled code serves only the same file, the same Node and the same flags; V8 refuses it elsewhere. */
function compiledBeside(file) {
  const { mtimeMs, size } = statSync(file);
  const of = [mtimeMs, size, process.version, process.arch, ...process.execArgv].join(" ");
  return `${file}.${createHash("sha256").update(of).digest("hex").slice(0, 16)}.compiled`;
}

/** Where the folder may not be written, starts stay as slow as the first. */
function keepCompiled(script, file) {
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, file);
  } catch {}
}

/** What the file exports. It holds ASCII only, as build-server.mjs writes it. */
export function loadServer(file = bundleFile) {
  const compiled = compiledBeside(file);
  const script = new vm.Script(Module.wrap(readFileSync(file, "latin1")), {
    filename: file,
    cachedData: existsSync(compiled) ? readFileSync(compiled) : undefined,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
  if (script.cachedDataRejected !== false) keepCompiled(script, compiled);
  return module.exports;
}
