import { randomBytes } from "node:crypto";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Command, CommandFailure, withInstance } from "./command";

export const secretRotateCommand: Command = {
  name: "secret rotate",
  summary: "Wrap every key of the database with a new FOYER_SECRET",
  usage: `

Stop the server first. Where FOYER_SECRET is set, give the new one as FOYER_NEW_SECRET; else one is made and kept in
the data folder. Links in mail keep working: only the wrapping changes.`,
  async run(context) {
    const config = context.config();
    const given = context.env.FOYER_NEW_SECRET;
    if (config.secret && !given) {
      throw new CommandFailure("FOYER_SECRET is set by you: give the new one as FOYER_NEW_SECRET.", 2);
    }
    if (given !== undefined && given.length < 32) {
      throw new CommandFailure("FOYER_NEW_SECRET must have at least 32 characters.", 2);
    }
    return withInstance(
      context,
      async ({ deps }) => {
        const next = given ?? randomBytes(32).toString("base64url");
        const file = path.join(deps.config.data.folder, "secret");
        // The new secret is on disk before a key needs it, so that no crash can lose it.
        if (!deps.config.secret) writeFileSync(`${file}.next`, `${next}\n`, { mode: 0o600 });
        const keys = await deps.keys.rotate(deps.db, next);
        if (existsSync(`${file}.next`)) renameSync(`${file}.next`, file);
        const words = deps.config.secret
          ? `Wrapped ${keys} keys anew. Start the server with FOYER_SECRET set to the new secret.`
          : `Wrapped ${keys} keys anew; the new secret is in ${file}.`;
        context.answer({ keys }, words);
        return 0;
      },
      { exclusive: true },
    );
  },
};
