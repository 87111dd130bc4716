import { mailTestLetter } from "~/emails/account-letters";
import { emailAddressMessages, parseEmailAddress } from "~/lib/email-address";
import { platformScope } from "~/lib/ids";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { composeMail } from "./compose-mail.server";
import { describeMailRoute } from "./describe-mail-route.server";
import { type Explanation, explainMailFailure } from "./explain-mail-failure";
import { platformMailbox } from "./platform-mailbox.server";
import { isMailError, type MailTransport } from "./transport";

type Dependencies = Deps & { transport: MailTransport };

/** `said`: the words of the other side, or of the system. */
export type MailTrial = { ok: true; said: string } | ({ ok: false; said: string } & Explanation);

function requireStaff(actor: Actor): void {
  if (actor.kind === "staff") return;
  throw new DomainError("forbidden", "mail_trial_refused", "Only the operator tries how mail leaves.");
}

async function tryIt(deps: Dependencies, work: () => Promise<string>): Promise<MailTrial> {
  try {
    return { ok: true, said: await work() };
  } catch (error) {
    if (!isMailError(error)) throw error;
    const said = (error.response || error.message).slice(0, 500);
    return { ok: false, said, ...explainMailFailure(error, describeMailRoute(deps.config)) };
  }
}

/** Connects and signs in as a message would, and sends none. */
export function checkMailRoute(deps: Dependencies, actor: Actor): Promise<MailTrial> {
  requireStaff(actor);
  return tryIt(deps, async () => {
    await deps.transport.check();
    return "";
  });
}

/** Hands one message over while the operator waits, so that they read what the other side answers. */
export async function sendTestMail(
  deps: Dependencies,
  actor: Actor,
  input: { to: string },
): Promise<MailTrial> {
  requireStaff(actor);
  const parsed = parseEmailAddress(input.to);
  if (!parsed.ok) {
    const message = emailAddressMessages[parsed.reason];
    throw new DomainError("invalid", "email_invalid", "Nothing was sent.", { fields: { to: message } });
  }
  const from = platformMailbox(deps.config);
  const to = parsed.address;
  const view = mailTestLetter({ instance: deps.config.origins.app });
  const messageId = `${deps.ids.next()}@${from.email.split("@")[1]}`;
  const raw = await composeMail(
    { class: "transactional", kind: "test", messageId, from, to, ...view },
    deps.clock.now(),
  );
  await recordAudit(deps, deps.db, {
    workspaceId: platformScope,
    actor,
    action: "mail:test",
    targetKind: "instance",
    targetId: "",
  });
  return tryIt(deps, async () => {
    const connection = await deps.transport.connect();
    try {
      const meta = { workspaceId: "", audience: "system", subject: view.subject } as const;
      return (await connection.send({ from: from.email, to }, raw, meta)).response;
    } finally {
      connection.close();
    }
  });
}
