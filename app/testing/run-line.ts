import type { CommandHost } from "~/server/commands/command";
import { runCommand } from "~/server/commands/run-command.server";
import { commandHost } from "~/server/main-foyer.server";
import { sourceRoot } from "./db/test-deps";

type Environment = Record<string, string>;

/** The real command line, with what it prints kept instead of shown. */
export function quietHost(environment: Environment): CommandHost & { said: string[]; wrong: string[] } {
  const said: string[] = [];
  const wrong: string[] = [];
  return {
    ...commandHost(environment, sourceRoot),
    said,
    wrong,
    out: (text) => void said.push(text),
    err: (text) => void wrong.push(text),
    progress: () => undefined,
  };
}

/** Runs a command as typed. */
export async function runLine(line: string, environment: Environment) {
  const host = quietHost(environment);
  const code = await runCommand(line.split(" "), host);
  const text = host.said.join("\n");
  const json = line.includes("--json") && text ? JSON.parse(text) : undefined;
  return { code, text, wrong: host.wrong.join("\n"), json };
}
