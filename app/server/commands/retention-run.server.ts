import { countRetention } from "~/domain/termination/count-retention.server";
import { type Command, CommandFailure, withInstance } from "./command";

export const retentionRunCommand: Command = {
  name: "retention run",
  summary: "Say what is older than its retention class allows",
  usage: "--dry-run",
  options: { "dry-run": { type: "boolean", default: false } },
  async run(context) {
    if (context.values["dry-run"] !== true) {
      throw new CommandFailure("Only --dry-run is there: it says what is due and deletes nothing.", 2);
    }
    return withInstance(context, async ({ deps }) => {
      const due = await countRetention(deps);
      const lines = due.map(
        (each) =>
          `${String(each.rows).padStart(8)}  ${each.table.padEnd(24)} ${each.retention}: older than ${each.days} days`,
      );
      context.answer({ due }, lines.join("\n") || "Nothing is due.");
      return 0;
    });
  },
};
