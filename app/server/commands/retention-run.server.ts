import { applyRetention } from "~/domain/termination/apply-retention.server";
import { countRetention, type DueRows } from "~/domain/termination/count-retention.server";
import { type Command, withInstance } from "./command";

const lines = (due: readonly DueRows[]): string[] =>
  due.map(({ table, retention, rows }) => `${String(rows).padStart(8)}  ${table.padEnd(24)} ${retention}`);

export const retentionRunCommand: Command = {
  name: "retention run",
  summary: "Remove what is older than its retention class allows, or say what is",
  usage: "[--dry-run]",
  options: { "dry-run": { type: "boolean", default: false } },
  async run(context) {
    return withInstance(context, async ({ deps }) => {
      if (context.values["dry-run"] === true) {
        const due = await countRetention(deps);
        context.answer({ due }, lines(due).join("\n") || "Nothing is due.");
        return 0;
      }
      const actor = { kind: "system", reason: "command line" } as const;
      const { workspaces, held, done } = await applyRetention(deps, actor, (progress) =>
        context.progress(`${progress.workspaces} workspaces looked at`),
      );
      context.progress("");
      const due = await countRetention(deps);
      const removed = Object.entries(done).map(([table, rows]) => `${String(rows).padStart(8)}  ${table}`);
      const words = [
        removed.length > 0 ? "Removed, or made nobody's:" : "Nothing was due.",
        ...removed,
        ...(held > 0
          ? [`${held} of ${workspaces} workspaces are under a legal hold and were left alone.`]
          : []),
        ...(due.length > 0 ? ["Still there:", ...lines(due)] : []),
      ];
      context.answer({ workspaces, held, removed: done, due }, words.join("\n"));
      return 0;
    });
  },
};
