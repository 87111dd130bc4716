import path from "node:path";
import { importArchive } from "~/domain/termination/import-archive.server";
import { type Command, CommandFailure, needed, withInstance } from "./command";
import { findNamedWorkspace } from "./find-named-workspace.server";

export const importCommand: Command = {
  name: "import",
  summary: "Put an archive into an empty workspace",
  usage: `--workspace SLUG|ID FILE [--serve]

Senders, keys and domains stay off. --serve also claims the free addresses of its sites, so that its pages are public.`,
  options: { workspace: { type: "string" }, serve: { type: "boolean", default: false } },
  words: 1,
  async run(context) {
    const slug = needed(context.values, "workspace");
    const [file] = context.positionals;
    if (!file) throw new CommandFailure("Name the archive. See --help.", 2);
    return withInstance(context, async ({ deps }) => {
      const workspace = await findNamedWorkspace(deps, slug);
      const report = await importArchive(
        deps,
        { kind: "system", reason: "command line" },
        {
          workspaceId: workspace.id,
          file: path.resolve(file),
          serve: context.values.serve === true,
          onProgress: ({ rowsDone, rowsTotal }) => context.progress(`${rowsDone} of ${rowsTotal} rows`),
        },
      );
      const notes = report.notes.map((note) => `- ${note}`);
      context.answer(
        report,
        [`Imported ${report.rows} rows and ${report.assets} pictures.`, ...notes].join("\n"),
      );
      return 0;
    });
  },
};
