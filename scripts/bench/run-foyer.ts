import { spawn } from "node:child_process";
import path from "node:path";
import { watchMemory } from "./memory";

const root = path.resolve(import.meta.dirname, "../..");

/** A foyer command in a process of its own: what it answered as JSON, and how large it became. */
export async function runFoyer<Answer>(
  env: Record<string, string>,
  args: readonly string[],
): Promise<{ answer: Answer; mostMb: number }> {
  const child = spawn(process.execPath, [path.join(root, "scripts/foyer.mjs"), ...args, "--json"], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...env },
  });
  const memory = watchMemory(() => child.pid ?? 0);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const status = await new Promise((resolve) => child.on("close", resolve));
  memory.stop();
  if (status !== 0) throw new Error(`foyer ${args.join(" ")}: ${printed.slice(-400)}`);
  return {
    answer: JSON.parse(printed.trim().split("\n").at(-1) ?? "{}") as Answer,
    mostMb: memory.mostMb,
  };
}
