import { promises } from "~/domain/trust/promise-registry";
import { type Command, CommandFailure } from "./command";

export const promisesCommand: Command = {
  name: "promises",
  summary: "List what Foyer promises, and which code keeps it",
  usage: "[--state kept|partly|planned]",
  options: { state: { type: "string" } },
  async run(context) {
    const { state } = context.values;
    if (state !== undefined && !["kept", "partly", "planned"].includes(String(state))) {
      throw new CommandFailure(`There is no state "${state}": use kept, partly or planned.`, 2);
    }
    const shown = promises.filter((promise) => state === undefined || promise.state === state);
    const lines = shown.map(
      (promise) => `${promise.state.padEnd(8)} ${promise.id.padEnd(22)} ${promise.title}`,
    );
    context.answer({ promises: shown }, lines.join("\n"));
    return 0;
  },
};
