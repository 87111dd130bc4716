import type { Command } from "./command";

export const migrateCommand: Command = {
  name: "migrate",
  summary: "Bring the database to the present version",
  usage: "",
  async run(context) {
    const applied = await context.migrate((name, done, of) => context.progress(`${done}/${of} ${name}`));
    const words =
      applied.length === 0 ? "The database is up to date." : `Applied ${applied.length} migrations.`;
    context.answer({ applied }, words);
    return 0;
  },
};
