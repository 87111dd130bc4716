import { parseEmailAddress } from "~/lib/email-address";
import { platformScope } from "~/lib/ids";
import { plainLine } from "~/lib/plain-text";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { findAccountRow } from "./account-queries.server";
import { isAway, redeemAnswer } from "./ask-provider.server";
import { backAddress, getProvider } from "./begin-outside-sign-in.server";
import { connectIdentity } from "./connect-identity.server";
import { findIdentityRow, touchIdentity } from "./identity-queries.server";
import type { OutsideIdentity } from "./outside-identity";
import { OutsideRefusal } from "./outside-refusal";
import { type OutsideFlow, openFlow, sealIdentity } from "./outside-seal.server";
import { type SessionOrigin, startSession } from "./start-session.server";

export type OutsideOutcome =
  | { kind: "signed_in"; token: string; next: string }
  /** Whoever was signed in has one more way in. */
  | { kind: "connected" }
  /** Unknown here: the person's word is needed, for an account of theirs or for a new one. */
  | { kind: "unknown"; sealed: string };

async function identityOf(deps: Deps, flow: OutsideFlow, search: string): Promise<OutsideIdentity> {
  const provider = getProvider(deps.config, flow.providerId);
  const query = new URLSearchParams(search);
  if (query.get("state") !== flow.state) throw new OutsideRefusal("expired");
  if (query.get("error") === "access_denied") throw new OutsideRefusal("cancelled");
  const answer = new URL(backAddress(deps, provider.id));
  answer.search = search;
  try {
    return await redeemAnswer(deps, provider, answer, flow);
  } catch (error) {
    deps.log.warn({ err: error, provider: provider.id }, "an answer of a sign-in provider was not taken");
    throw new OutsideRefusal(isAway(error) ? "unavailable" : "refused");
  }
}

/**
 * Takes the answer that the person brings from the provider. An address alone opens no account: it is the provider's name for
 * the person that does, once the person has connected it.
 */
export async function completeOutsideSignIn(
  deps: Deps,
  input: {
    providerId: string;
    search: string;
    sealed: string;
    accountId: string | undefined;
  } & SessionOrigin,
): Promise<OutsideOutcome> {
  const flow = openFlow(deps, input.sealed);
  if (flow.providerId !== input.providerId) throw new OutsideRefusal("expired");
  if (flow.accountId !== "" && flow.accountId !== input.accountId) throw new OutsideRefusal("expired");
  const identity = await identityOf(deps, flow, input.search);
  const { issuer, subject } = identity;
  const known = await findIdentityRow(deps.db, issuer, subject);
  if (flow.accountId !== "") {
    if (known && known.account_id !== flow.accountId) throw new OutsideRefusal("taken");
    if (!known)
      await connectIdentity(deps, { ...identity, accountId: flow.accountId, providerId: flow.providerId });
    return { kind: "connected" };
  }
  const account = known && (await findAccountRow(deps.db, known.account_id));
  if (account) {
    const token = await deps.transact(async (tx) => {
      await touchIdentity(tx, issuer, subject, deps.clock.now());
      await recordAudit(deps, tx, {
        workspaceId: platformScope,
        actor: { kind: "account", accountId: account.id },
        action: "login:granted",
        targetKind: "account",
        targetId: account.id,
        subjectId: account.id,
        detail: { provider: flow.providerId },
      });
      return startSession(deps, tx, { accountId: account.id, ip: input.ip, userAgent: input.userAgent });
    });
    return { kind: "signed_in", token, next: flow.next };
  }
  const address = parseEmailAddress(identity.email);
  if (!identity.emailVerified || !address.ok) throw new OutsideRefusal("unverified");
  return {
    kind: "unknown",
    sealed: sealIdentity(deps, {
      providerId: flow.providerId,
      providerName: getProvider(deps.config, flow.providerId).name,
      issuer,
      subject,
      email: address.address,
      name: plainLine(identity.name, 120),
      next: flow.next,
    }),
  };
}
