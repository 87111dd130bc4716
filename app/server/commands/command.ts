import type { ParseArgsConfig } from "node:util";
import type { Config } from "~/config.server";
import type { ServerDeps } from "../server-deps";

export interface OpenedInstance {
  deps: ServerDeps;
  pendingMigrations(): Promise<string[]>;
  clockSkewMs(): Promise<number>;
  /** What would lose committed data when the power fails; empty when nothing would. */
  durabilityProblems(): Promise<string[]>;
  /** A consistent copy of an embedded database, beside running writers. */
  snapshot(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface OpenChoice {
  /** Takes the embedded database for itself: no server may run beside. */
  exclusive?: boolean;
  /** Opens the embedded database and the files in this folder instead, with the secret of the instance. */
  folder?: string;
}

/** What the command line gives to commands; tests give their own. */
export interface CommandHost {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads the settings; throws ConfigError. */
  config(): Config;
  open(choice?: OpenChoice): Promise<OpenedInstance>;
  /** Applies what the database lacks; the names of what was applied. */
  migrate(onStep: (name: string, done: number, of: number) => void): Promise<string[]>;
  /** Runs workers until the process is told to stop. */
  work(instance: OpenedInstance): Promise<void>;
  readonly terminal: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Rewrites one line on a terminal; silent elsewhere. */
  progress(text: string): void;
}

export type Values = Record<string, string | boolean | string[] | undefined>;

export interface CommandContext extends CommandHost {
  readonly values: Values;
  readonly positionals: readonly string[];
  /** `--json` prints the data, else the words are printed. */
  answer(data: unknown, words: string): void;
}

export interface Command {
  /** As typed: "user create". */
  name: string;
  summary: string;
  /** What follows the name, such as "--workspace SLUG --out FILE". */
  usage: string;
  options?: NonNullable<ParseArgsConfig["options"]>;
  /** How many words without a dash it takes; more are a mistake. */
  words?: number;
  /** The exit code; undefined means 0. */
  run(context: CommandContext): Promise<number | undefined>;
}

/** Ends a command with a plain sentence and an exit code other than 0. */
export class CommandFailure extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

/** A text option that must be there. */
export function needed(values: Values, name: string): string {
  const value = values[name];
  if (typeof value === "string" && value !== "") return value;
  throw new CommandFailure(`--${name} is missing. See --help.`, 2);
}

/** Opens the instance, does the work and closes it whatever happens. */
export async function withInstance<T>(
  context: Pick<CommandHost, "open">,
  work: (instance: OpenedInstance) => Promise<T>,
  choice?: OpenChoice,
): Promise<T> {
  const instance = await context.open(choice);
  try {
    return await work(instance);
  } finally {
    await instance.close();
  }
}
