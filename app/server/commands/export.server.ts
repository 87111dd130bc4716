import path from "node:path";
import { writeArchive } from "~/domain/termination/write-archive.server";
import { type Command, needed, withInstance } from "./command";
import { findNamedWorkspace } from "./find-named-workspace.server";

export const exportCommand: Command = {
  name: "export",
  summary: "Write the whole of a workspace into one ZIP",
  usage: "--workspace SLUG|ID --out FILE",
  options: { workspace: { type: "string" }, out: { type: "string" } },
  async run(context) {
    const slug = needed(context.values, "workspace");
    const target = path.resolve(needed(context.values, "out"));
    return withInstance(context, async ({ deps }) => {
      const workspace = await findNamedWorkspace(deps, slug);
      const made = await writeArchive(deps, {
        workspaceId: workspace.id,
        target,
        async onProgress({ rowsDone, rowsTotal }) {
          context.progress(`${rowsDone} of ${rowsTotal} rows`);
        },
      });
      context.answer(
        { file: target, rows: made.rowsDone, size: made.size, sha256: made.sha256 },
        `Wrote ${made.rowsDone} rows, ${made.size} bytes to ${target}\nSHA-256 ${made.sha256}\nIt holds the key of the opt-out list: keep it secret.`,
      );
      return 0;
    });
  },
};
