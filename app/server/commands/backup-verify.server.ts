import path from "node:path";
import { readBackup } from "./backup-archive.server";
import { type Command, CommandFailure } from "./command";

export const backupVerifyCommand: Command = {
  name: "backup verify",
  summary: "Check that a backup is whole",
  usage: "FILE",
  words: 1,
  async run(context) {
    const [file] = context.positionals;
    if (!file) throw new CommandFailure("Name the backup. See --help.", 2);
    const manifest = await readBackup(path.resolve(file), undefined, context.progress);
    const files = Object.keys(manifest.files).length;
    const made = new Date(manifest.made_at).toISOString();
    context.answer({ files, made_at: made }, `The backup of ${made} is whole: ${files} files.`);
    return 0;
  },
};
