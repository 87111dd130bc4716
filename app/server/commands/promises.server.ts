import { promises } from "~/domain/trust/promise-registry";
import type { Command } from "./command";

export const promisesCommand: Command = {
  name: "promises",
  summary: "List what Foyer promises, and which code keeps it",
  usage: "[--state kept|partly|planned]",
  options: { state: { type: "string" } },
  async run(context) {
    const { state } = context.values;
    const shown = promises.filter((promise) => state === undefined || promise.state === state);
    const lines = shown.map(
      (promise) => `${promise.state.padEnd(8)} ${promise.id.padEnd(22)} ${promise.title}`,
    );
    context.answer({ promises: shown }, lines.join("\n"));
    return 0;
  },
};
