import { type Command, CommandFailure, withInstance } from "./command";

export const workerCommand: Command = {
  name: "worker",
  summary: "Do background work (mail, exports, reports) beside the servers, until Ctrl-C",
  usage: "",
  run: (context) =>
    withInstance(context, async (instance) => {
      if (instance.deps.config.database.embedded) {
        throw new CommandFailure(
          "An embedded database serves one process: its server does this work already. Use MySQL for separate workers.",
        );
      }
      context.err("Working. Stop with Ctrl-C.");
      await context.work(instance);
      return 0;
    }),
};
