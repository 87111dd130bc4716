import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { composeMail } from "../mail/compose-mail.server";
import { causeOf } from "../mail/mail-trouble";
import { postalAddress, recordedBasis, unsubscribeLink } from "../mail/message";
import { isMailError, type MailTransport } from "../mail/transport";
import { findSigningKey } from "../senders/find-signing-key.server";
import { domainOf, mayCampaignsUse } from "../senders/sender";
import { addressHasher } from "../suppression/address-hash.server";
import { recipientToken } from "../suppression/recipient-token.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { standingAllows, standingWords } from "../workspaces/standing";
import { checkCampaign } from "./check-campaign.server";
import { signOne } from "./dkim-signer.server";
import { personalise } from "./personalise";

export interface SendTest {
  workspaceId: string;
  campaignId: string;
  /** The member who asked: a test goes to nobody else. */
  to: { accountId: string; email: string; name: string };
}

/** The message as it would arrive, marked as a test, to the member's own address. Not tracked and not counted. */
export async function sendTest(
  deps: Deps & { transport: MailTransport },
  actor: Actor,
  { workspaceId, campaignId, to }: SendTest,
): Promise<void> {
  const { sender, rendered } = await checkCampaign(deps, { workspaceId, campaignId });
  if (!sender || !mayCampaignsUse(sender)) {
    throw new DomainError(
      "invalid",
      "sender_missing",
      "Choose a sender that may be used first. No test was sent.",
      { fields: { senderId: "Choose a sender that may be used." } },
    );
  }
  const { standing } = await getWorkspace(deps.db, workspaceId);
  if (!standingAllows(standing, "send")) {
    throw new DomainError(
      "forbidden",
      "workspace_may_not_send",
      `${standingWords[standing].label}: no test can be sent just now.`,
    );
  }
  const hash = await addressHasher(deps, deps.db, workspaceId);
  const recipient = { workspaceId, topicId: "", addressHash: hash(to.email), deliveryId: "" };
  const unsubscribe = deps.urls.link(`/u/${recipientToken(deps, "unsubscribe", recipient)}`);
  const view = personalise(
    rendered,
    sender.postalAddress,
    { name: to.name, email: to.email, fields: "{}" },
    {
      unsubscribe,
      preferences: deps.urls.link(`/preferences/${recipientToken(deps, "preferences", recipient)}`),
    },
  );
  const subject = `[Test] ${view.subject}`;
  const raw = await composeMail(
    {
      class: "marketing",
      ...view,
      subject,
      messageId: `${deps.ids.next().toLowerCase()}@${domainOf(sender.fromEmail)}`,
      from: { name: sender.fromName, email: sender.fromEmail },
      to: to.email,
      ...(sender.replyTo ? { replyTo: { name: "", email: sender.replyTo } } : {}),
      unsubscribe: unsubscribeLink(unsubscribe),
      postalAddress: postalAddress(sender.postalAddress),
      // The member asked for it, and the audit log says so.
      basis: recordedBasis(to.accountId),
    },
    deps.clock.now(),
  );
  await deps.transact((tx) =>
    recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "campaign:test",
      targetKind: "campaign",
      targetId: campaignId,
    }),
  );
  await handOver(deps, { workspaceId, from: sender.fromEmail, to: to.email, subject, raw });
}

interface Signed {
  workspaceId: string;
  from: string;
  to: string;
  subject: string;
  raw: Buffer;
}

async function handOver(deps: Deps & { transport: MailTransport }, message: Signed): Promise<void> {
  const { workspaceId, from, to, subject } = message;
  const key = await findSigningKey(deps, workspaceId, from);
  const raw = key ? signOne(message.raw, key) : message.raw;
  try {
    const connection = await deps.transport.connect();
    try {
      await connection.send({ from, to }, raw, { workspaceId, audience: "test", subject });
    } finally {
      connection.close();
    }
  } catch (error) {
    if (!isMailError(error)) throw error;
    const said = error.response || error.message;
    throw new DomainError(
      "unavailable",
      "test_not_sent",
      error.stage === "connect"
        ? `No test was sent. The mail server takes nothing just now: ${causeOf(`${error.message} ${said}`)}.`
        : `The mail server did not take the test: ${said}`,
    );
  }
}
