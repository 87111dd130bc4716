import { listSystemOutbox, readSystemMessage } from "~/domain/mail/system-outbox.server";
import { publicId, storedId } from "~/lib/ids";
import { type Command, CommandFailure, withInstance } from "./command";

export const outboxCommand: Command = {
  name: "outbox",
  summary: "Read account mail that the built-in outbox keeps while no SMTP is set",
  usage: "[--show ID] [--limit N]",
  options: { show: { type: "string" }, limit: { type: "string", default: "20" } },
  run: (context) =>
    withInstance(context, async ({ deps }) => {
      const { show } = context.values;
      if (typeof show === "string") {
        const id = storedId("message", show);
        if (!id) throw new CommandFailure("--show takes an id that the list tells.", 2);
        const raw = await readSystemMessage(deps, id);
        context.answer({ id: publicId("message", id), raw }, raw);
        return 0;
      }
      const limit = Number(context.values.limit);
      if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
        throw new CommandFailure("--limit takes a number from 1 to 500.", 2);
      }
      const rows = await listSystemOutbox(deps, limit);
      const messages = rows.map((row) => ({
        id: publicId("message", row.id),
        at: new Date(row.created_at).toISOString(),
        to: row.to_address,
        subject: row.subject,
        file: row.file,
      }));
      const lines = messages.map(({ id, at, to, subject }) => `${id}  ${at.slice(0, 16)}  ${to}  ${subject}`);
      context.answer({ messages }, lines.join("\n") || "The outbox is empty.");
      return 0;
    }),
};
