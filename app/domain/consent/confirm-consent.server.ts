import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { findSuppressions } from "../suppression/find-suppressions.server";
import { liftSuppression } from "../suppression/lift-suppression.server";
import { type ConfirmationBody, readConfirmationToken } from "./confirmation-token.server";
import type { ConsentRow } from "./consent";
import { listConsentRows, listConsentStates } from "./consent-queries.server";
import { recordConsents } from "./record-consents.server";

export interface PendingConsent {
  body: ConfirmationBody;
  /** What was asked for, with its wording. */
  requested: ConsentRow[];
  confirmed: boolean;
}

/** Whether who confirmed has left since: an old link must not say that they are written to, nor bring them back. */
async function wasTakenBack(
  deps: Pick<Deps, "db">,
  { workspaceId, addressHash }: ConfirmationBody,
  requested: readonly ConsentRow[],
): Promise<boolean> {
  const left = await findSuppressions(deps, workspaceId, [addressHash]);
  if (left.some(({ topicId }) => topicId === "")) return true;
  const states = await listConsentStates(deps.db, workspaceId, [addressHash]);
  const withdrawn = states.filter(({ state }) => state === "withdrawn").map(({ purpose }) => purpose);
  return requested.some(({ purpose }) => withdrawn.includes(purpose));
}

/** What a confirmation link is about. Changes nothing: mail scanners follow links. */
export async function findPendingConsent(
  deps: Pick<Deps, "db" | "keys" | "clock">,
  token: string,
): Promise<PendingConsent> {
  const body = readConfirmationToken(deps, token);
  if (!body) {
    throw new DomainError(
      "not_found",
      "confirmation_unknown",
      "This link is not complete. Open it again from the mail.",
    );
  }
  const rows = await listConsentRows(deps.db, body.workspaceId, body.addressHash, { limit: 200 });
  const ofSubmission = rows.filter((row) => row.submissionId === body.submissionId);
  const requested = ofSubmission.filter((row) => row.act === "requested").reverse();
  const confirmed = ofSubmission.some((row) => row.act === "granted" && row.method === "confirmation");
  const isOver = confirmed
    ? await wasTakenBack(deps, body, requested)
    : requested.length === 0 || body.expiresAt < deps.clock.now();
  if (isOver) {
    throw new DomainError(
      "gone",
      "confirmation_expired",
      "This link is no longer valid. Nothing was changed. Send the form again to get a new one.",
    );
  }
  return { body, requested, confirmed };
}

/** The mailbox confirms what the form asked for. Pressing twice changes nothing more. */
export async function confirmConsent(
  deps: Deps,
  actor: Actor,
  input: { token: string; ip: string },
): Promise<PendingConsent> {
  const pending = await findPendingConsent(deps, input.token);
  if (pending.confirmed) return pending;
  const { workspaceId, addressHash } = pending.body;
  await deps.transact(async (tx) => {
    await recordConsents(
      deps,
      tx,
      workspaceId,
      pending.requested.map((row) => ({
        addressHash,
        purpose: row.purpose,
        act: "granted",
        method: "confirmation",
        wording: row.wording,
        locale: row.locale,
        leadId: row.leadId,
        formId: row.formId,
        pageVersionId: row.pageVersionId,
        submissionId: row.submissionId,
        ip: input.ip,
      })),
    );
    const leadId = pending.requested[0]?.leadId ?? "";
    await recordEvent(deps, tx, workspaceId, "consent.confirmed", { leadId });
  });
  await liftSuppression(deps, actor, { workspaceId, addressHash, via: "confirmation" });
  return { ...pending, confirmed: true };
}
