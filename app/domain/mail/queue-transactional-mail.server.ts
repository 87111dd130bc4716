import { shardOf } from "~/lib/shard";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { insertMail } from "./mail-queries.server";
import type { Mailbox, MailView, TransactionalKind } from "./message";
import { platformMailbox } from "./platform-mailbox.server";

/**
 * Queues an account message in the caller's transaction: it leaves only if the change is committed.
 * The bodies are sealed while they wait, since they may hold links that open an account.
 */
export async function queueTransactionalMail(
  deps: Pick<Deps, "clock" | "ids" | "keys" | "config">,
  tx: Executor,
  input: {
    /** Empty for mail of the platform. */
    workspaceId: string;
    kind: TransactionalKind;
    to: string;
    view: MailView;
    from?: Mailbox;
    replyTo?: Mailbox;
  },
): Promise<{ id: string }> {
  const id = deps.ids.next();
  const now = deps.clock.now();
  const own = platformMailbox(deps.config);
  await insertMail(tx, {
    id,
    shard: shardOf(input.workspaceId),
    workspace_id: input.workspaceId,
    kind: input.kind,
    to_address: input.to,
    message_id: `${id}@${own.email.split("@")[1]}`,
    subject: input.view.subject,
    html: deps.keys.seal(input.view.html, id),
    text: deps.keys.seal(input.view.text, id),
    envelope: JSON.stringify({ from: input.from ?? own, replyTo: input.replyTo }),
    state: "prepared",
    run_at: now,
    attempts: 0,
    lease_owner: "",
    lease_until: 0,
    lease_epoch: 0,
    last_error: "",
    created_at: now,
    sent_at: null,
  });
  return { id };
}
