import { parseArgs } from "node:util";
import { ConfigError } from "~/config-error";
import { isDomainError } from "~/domain/domain-error";
import { expectedError } from "../http-errors.server";
import { type Command, CommandFailure, type CommandHost, type Values } from "./command";
import { commands } from "./commands.server";

const flags = {
  help: { type: "boolean", short: "h", default: false },
  json: { type: "boolean", default: false },
} as const;

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `Usage: foyer COMMAND [options]\n\n${lines.join("\n")}\n\nEach takes --help and --json. Settings come from the environment; see .env.example.`;
}

function helpOf({ name, summary, usage }: Command): string {
  const [line = "", ...more] = usage.split("\n");
  const words = ["Usage: foyer", name, line.trim(), "[--json]"].filter(Boolean).join(" ");
  return [`${summary}.`, "", words, ...more].join("\n");
}

/** The command whose words stand first; the longer name wins. */
function findCommand(argv: readonly string[]): { command: Command; rest: string[] } | undefined {
  const byLength = [...commands].sort((a, b) => b.name.length - a.name.length);
  for (const command of byLength) {
    const words = command.name.split(" ");
    if (words.every((word, index) => argv[index] === word))
      return { command, rest: argv.slice(words.length) };
  }
  return undefined;
}

/** One plain sentence for anything that may go wrong. */
function sentence(error: unknown): { message: string; exitCode: number } {
  if (error instanceof CommandFailure) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof ConfigError) return { message: error.message, exitCode: 2 };
  const expected = isDomainError(error) ? error : expectedError(error);
  if (expected) return { message: expected.safeMessage, exitCode: 1 };
  return { message: `Something went wrong: ${(error as Error).message}`, exitCode: 1 };
}

/** Node's own words are for programmers. */
function wrongOption(error: unknown): string {
  const { message, code } = error as { message: string; code?: string };
  const [, option = ""] = /'(-[^' ]*)/.exec(message) ?? [];
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `There is no option ${option}. See --help.`;
  if (/does not take an argument/.test(message)) return `${option} takes no value. See --help.`;
  return `${option || "An option"} needs a value. See --help.`;
}

/** Runs what the arguments name; resolves with the exit code and never rejects. */
export async function runCommand(argv: readonly string[], host: CommandHost): Promise<number> {
  const found = findCommand(argv);
  if (!found) {
    const asked = argv.length === 0 || argv[0] === "help" || argv[0] === "--help" || argv[0] === "-h";
    if (asked) host.out(overview());
    else host.err(`There is no command "${argv.join(" ")}".\n\n${overview()}`);
    return asked ? 0 : 2;
  }
  const { command, rest } = found;
  let values: Values;
  let positionals: string[];
  try {
    const parsed = parseArgs({
      args: rest,
      options: { ...flags, ...command.options },
      allowPositionals: true,
    });
    values = parsed.values as Values;
    positionals = parsed.positionals;
  } catch (error) {
    host.err(wrongOption(error));
    return 2;
  }
  const [surplus] = positionals.slice(command.words ?? 0);
  if (surplus !== undefined && !values.help) {
    host.err(`foyer ${command.name} does not take "${surplus}". See --help.`);
    return 2;
  }
  if (values.help) {
    host.out(helpOf(command));
    return 0;
  }
  const answer = (data: unknown, words: string) => {
    host.progress("");
    host.out(values.json ? JSON.stringify(data) : words);
  };
  try {
    return (await command.run({ ...host, values, positionals, answer })) ?? 0;
  } catch (error) {
    const { message, exitCode } = sentence(error);
    host.progress("");
    if (values.json) host.out(JSON.stringify({ error: message }));
    host.err(message);
    return exitCode;
  }
}
