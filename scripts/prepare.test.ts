import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";

const prepare = pathToFileURL(
  path.join(path.dirname(fileURLToPath(import.meta.url)), "lib/prepare.mjs"),
).href;

/** A command of its own that prepares for a while, noting when it begins and ends. */
function command(folder: string): Promise<{ code: number | null; words: string }> {
  const [note, done, lock] = ["note", "done", "lock"].map((name) => JSON.stringify(path.join(folder, name)));
  const child = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `import { appendFileSync, existsSync, writeFileSync } from "node:fs";
     import { alone } from ${JSON.stringify(prepare)};
     alone(() => {
       appendFileSync(${note}, "begin ");
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
       appendFileSync(${note}, "end ");
       writeFileSync(${done}, "");
     }, () => existsSync(${done}), ${lock});`,
  ]);
  let words = "";
  child.stderr.on("data", (chunk) => {
    words += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, words })));
}

it("commands started at once prepare one after the other, and only once", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-prepare-"));
  const ended = await Promise.all([command(folder), command(folder), command(folder)]);
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(readFileSync(path.join(folder, "note"), "utf8")).toBe("begin end ");
  expect(ended.filter(({ words }) => words.includes("waiting")).length).toBeGreaterThanOrEqual(1);
  expect(existsSync(path.join(folder, "lock"))).toBe(false);
});

it("a lock whose holder was killed holds nobody up", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-prepare-"));
  const gone = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => gone.on("close", resolve));
  writeFileSync(path.join(folder, "lock"), String(gone.pid));
  expect((await command(folder)).code).toBe(0);
  expect(readFileSync(path.join(folder, "note"), "utf8")).toBe("begin end ");
});

it("what a killed command left at work is waited for", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-prepare-"));
  const note = path.join(folder, "note");
  const lock = path.join(folder, "lock");
  const npm = `printf "left " >> ${note}; sleep 1; printf "done " >> ${note}`;
  const killed = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `import { alone, runNamed } from ${JSON.stringify(prepare)};
     const lock = ${JSON.stringify(lock)};
     alone(() => runNamed(lock, "sh", ["-c", ${JSON.stringify(npm)}]), () => false, lock);`,
  ]);
  await expect.poll(() => existsSync(note) && readFileSync(note, "utf8")).toBe("left ");
  killed.kill("SIGKILL");
  const { code, words } = await command(folder);
  expect([code, words.includes("waiting")]).toEqual([0, true]);
  expect(readFileSync(note, "utf8")).toBe("left done begin end ");
});
