import type { Executor } from "~db/schema/executor";
import { confirmationMail } from "../consent/confirmation-mail";
import { confirmationToken } from "../consent/confirmation-token.server";
import type { ConsentEvidence } from "../consent/consent";
import { recordConsents } from "../consent/record-consents.server";
import type { Deps } from "../deps";
import { platformMailbox } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import type { CaptureItem } from "./capture";

export interface CapturedConsents {
  item: Pick<
    CaptureItem,
    "formId" | "pageVersionId" | "email" | "ip" | "language" | "consents" | "confirmation"
  >;
  submissionId: string;
  leadId: string;
  addressHash: string;
}

type NeededDeps = Pick<Deps, "clock" | "ids" | "journal" | "keys" | "config" | "urls">;

/**
 * Evidence of the boxes that were ticked. Where the workspace asks the mailbox first, consents wait and a mail goes out,
 * at most one within ten minutes. Returns the submissions whose mailbox is asked.
 */
export async function recordCapturedConsents(
  deps: NeededDeps,
  tx: Executor,
  workspaceId: string,
  captured: readonly CapturedConsents[],
): Promise<Set<string>> {
  const withConsent = captured.filter((one) => one.addressHash && one.item.consents.length > 0);
  const confirming = new Set<string>();
  if (withConsent.length === 0) return confirming;
  const acts = withConsent.flatMap((one) =>
    one.item.consents.map(
      (consent): ConsentEvidence => ({
        addressHash: one.addressHash,
        purpose: consent.purpose,
        wording: consent.wording,
        act: one.item.confirmation ? "requested" : "granted",
        method: "form",
        locale: one.item.language,
        leadId: one.leadId,
        formId: one.item.formId,
        pageVersionId: one.item.pageVersionId,
        submissionId: one.submissionId,
        ip: one.item.ip,
      }),
    ),
  );
  const recorded = await recordConsents(deps, tx, workspaceId, acts);
  const asked = new Set(recorded.askedLately);
  let at = 0;
  for (const one of withConsent) {
    const states = recorded.states.slice(at, at + one.item.consents.length);
    at += one.item.consents.length;
    const asker = one.item.confirmation;
    if (!asker || !states.includes("pending")) continue;
    confirming.add(one.submissionId);
    if (asked.has(one.addressHash)) continue;
    asked.add(one.addressHash);
    const token = confirmationToken(deps, {
      workspaceId,
      submissionId: one.submissionId,
      addressHash: one.addressHash,
    });
    await queueTransactionalMail(deps, tx, {
      workspaceId,
      kind: "confirmation",
      to: one.item.email,
      from: { ...platformMailbox(deps.config), name: asker.name },
      ...(asker.replyTo ? { replyTo: { name: asker.name, email: asker.replyTo } } : {}),
      view: confirmationMail({
        name: asker.name,
        wordings: one.item.consents.map((consent) => consent.wording),
        link: deps.urls.link(`/confirm/${token}`),
        language: one.item.language,
      }),
    });
  }
  return confirming;
}
