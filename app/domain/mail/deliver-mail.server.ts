import { z } from "zod";
import type { Deps } from "../deps";
import { backoffMs } from "../jobs/job";
import { composeMail } from "./compose-mail.server";
import {
  type ClaimedMail,
  claimMail,
  listStuckMail,
  markSending,
  postponeMail,
  removeSettledMail,
  settleMail,
} from "./mail-queries.server";
import type { TransactionalKind } from "./message";
import { isMailError, type MailConnection, type MailTransport } from "./transport";

/** The first in minutes, then one an hour: two days. */
const maxAttempts = 58;
const keptMs = 30 * 86_400_000;

const mailbox = z.object({ name: z.string(), email: z.string() });
const envelopeSchema = z.object({ from: mailbox, replyTo: mailbox.optional() });

type Dependencies = Pick<Deps, "db" | "clock" | "keys" | "log" | "processId"> & { transport: MailTransport };

async function compose(deps: Dependencies, mail: ClaimedMail) {
  const { from, replyTo } = envelopeSchema.parse(JSON.parse(mail.envelope));
  const raw = await composeMail(
    {
      class: "transactional",
      kind: mail.kind as TransactionalKind,
      messageId: mail.messageId,
      from,
      replyTo,
      to: mail.to,
      subject: mail.subject,
      html: deps.keys.open(mail.html, mail.id),
      text: deps.keys.open(mail.text, mail.id),
    },
    deps.clock.now(),
  );
  return { from: from.email, raw };
}

async function failed(deps: Dependencies, mail: ClaimedMail, error: unknown): Promise<void> {
  const now = deps.clock.now();
  const message = error instanceof Error ? error.message : String(error);
  const outcome = isMailError(error) ? error.outcome : "temporary";
  const attempts = mail.attempts + 1;
  deps.log.warn({ mail: mail.id, kind: mail.kind, outcome, attempts }, "mail not delivered");
  if (outcome === "temporary" && attempts < maxAttempts) {
    await postponeMail(deps.db, mail, { runAt: now + backoffMs(attempts), attempts, error: message });
    return;
  }
  const state = outcome === "unknown" ? "unknown" : "failed";
  await settleMail(deps.db, mail, { state, error: message, at: now });
}

async function deliverOne(deps: Dependencies, connection: MailConnection, mail: ClaimedMail): Promise<void> {
  try {
    const { from, raw } = await compose(deps, mail);
    if (!(await markSending(deps.db, mail, deps.clock.now()))) return;
    await connection.send({ from, to: mail.to }, raw, {
      workspaceId: mail.workspaceId,
      audience: mail.kind === "test" ? "test" : "system",
      subject: mail.subject,
    });
  } catch (error) {
    return failed(deps, mail, error);
  }
  await settleMail(deps.db, mail, { state: "sent", error: "", at: deps.clock.now() });
}

/** One round: records what a dead process left open, then sends what is due over one connection. */
export async function deliverMail(deps: Dependencies, limit = 50): Promise<number> {
  const now = deps.clock.now();
  for (const stuck of await listStuckMail(deps.db, now, 500)) {
    await settleMail(deps.db, stuck, { state: "unknown", error: "The process ended while sending", at: now });
  }
  const due = await claimMail(deps.db, deps.processId, now, limit);
  let connection: MailConnection | undefined;
  let away: unknown;
  try {
    for (const mail of due) {
      try {
        // A server that is away is asked once a round: each question may take half a minute.
        if (away) throw away;
        if (!connection?.isOpen) connection = await deps.transport.connect();
      } catch (error) {
        away = error;
        await failed(deps, mail, error);
        continue;
      }
      await deliverOne(deps, connection, mail);
    }
  } finally {
    connection?.close();
  }
  return due.length;
}

/** Removes what was settled a month ago. */
export const removeOldMail = async (deps: Pick<Deps, "db" | "clock">): Promise<void> => {
  await removeSettledMail(deps.db, deps.clock.now() - keptMs);
};
