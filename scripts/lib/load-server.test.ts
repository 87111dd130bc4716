import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "foyer-load-"));
const file = path.join(folder, "server.cjs");
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compiled = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".compiled"))
    .map((name) => path.join(folder, name));

/** As a process of its own does it, which knows nothing of the one before. */
function greeting(): string {
  const loader = path.join(import.meta.dirname, "load-server.mjs");
  const script = `import { loadServer } from ${JSON.stringify(loader)};
    process.stdout.write(await loadServer(${JSON.stringify(file)}).greet());`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  return stdout + stderr;
}

describe("the server's one file", () => {
  it("is compiled once, and anew when what was kept is broken or of another file", () => {
    writeFileSync(file, 'exports.greet = () => "hello from " + require("node:path").basename(__filename);');
    expect(greeting()).toBe("hello from server.cjs");
    const [first = "", ...others] = compiled();
    expect(others).toEqual([]);
    const made = statSync(first).mtimeMs;
    expect(greeting()).toBe("hello from server.cjs");
    expect(statSync(first).mtimeMs).toBe(made);

    const kept = readFileSync(first);
    const middle = kept.length >> 1;
    kept.writeUInt8(kept.readUInt8(middle) ^ 1, middle);
    writeFileSync(first, kept);
    expect(greeting()).toBe("hello from server.cjs");
    expect(readFileSync(first).equals(kept)).toBe(false);

    writeFileSync(first, "no code of any machine");
    expect(greeting()).toBe("hello from server.cjs");
    expect(readFileSync(first, "latin1")).not.toContain("no code");

    writeFileSync(file, 'exports.greet = () => "good morning";');
    expect(greeting()).toBe("good morning");
    expect(compiled()).toHaveLength(2);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it("finds modules that stand outside of it, also once it is compiled", () => {
    writeFileSync(
      file,
      `const { importOutside } = module;
      exports.greet = async () => Object.keys(await importOutside("harfbuzzjs")).includes("shape") + "";`,
    );
    expect(greeting()).toBe("true");
    expect(compiled()).toHaveLength(1);
    expect(greeting()).toBe("true");
  });
});
