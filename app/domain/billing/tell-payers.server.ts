import { confirmedLetter, endedLetter, endsLetter, failedLetter } from "~/emails/billing-letters";
import type { Tx } from "~db/schema/executor";
import type { Deps } from "../deps";
import type { MailView } from "../mail/message";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { listThoseWhoMay } from "../workspaces/list-members.server";
import { type Agreement, graceDays, isEnded, isRunning } from "./agreement";
import type { Invoice, Order } from "./order";
import { formatAmount, priceWords } from "./plan";

const dayMs = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

interface Place {
  workspaceName: string;
  url: string;
}

/** Whoever pays and the owners get the same letter, each once. */
async function tell(
  deps: Deps,
  tx: Tx,
  agreement: Agreement,
  write: (place: Place) => MailView,
): Promise<void> {
  const { workspaceId } = agreement;
  const workspace = await findWorkspaceById(deps, workspaceId, tx);
  if (!workspace) return;
  const owners = await listThoseWhoMay(tx, workspaceId, "billing:manage");
  const addresses = new Map(
    [agreement.payerEmail, ...owners.map(({ email }) => email)].map((email) => [email.toLowerCase(), email]),
  );
  const view = write({
    workspaceName: workspace.name,
    url: deps.urls.app(`/w/${workspace.slug}/settings/billing`),
  });
  for (const to of addresses.values()) {
    await queueTransactionalMail(deps, tx, { workspaceId: "", kind: "billing", to, view });
  }
}

export const tellConfirmed = (deps: Deps, tx: Tx, agreement: Agreement, order: Order): Promise<void> =>
  tell(deps, tx, agreement, (place) =>
    confirmedLetter({
      ...place,
      planName: order.plan.name,
      price: priceWords(order.plan),
      payerName: order.payerName,
      orderNumber: order.id,
      words: order.agreedWords,
      renewsOn: agreement.periodEnd === undefined ? "" : dayOf(agreement.periodEnd),
    }),
  );

export const tellFailed = (deps: Deps, tx: Tx, agreement: Agreement, invoice: Invoice): Promise<void> =>
  tell(deps, tx, agreement, (place) =>
    failedLetter({
      ...place,
      amount: formatAmount(invoice.amountDue, invoice.currency),
      pausesOn: dayOf((agreement.unpaidSince ?? deps.clock.now()) + graceDays * dayMs),
      payUrl: invoice.url || place.url,
    }),
  );

/** Once when it is cancelled, and once when it is over. */
export async function tellOfEnd(deps: Deps, tx: Tx, was: Agreement, now: Agreement): Promise<void> {
  const { planName } = now;
  if (isEnded(now) && isRunning(was)) {
    await tell(deps, tx, now, (place) => endedLetter({ ...place, planName }));
    return;
  }
  if (!isRunning(now) || !now.ends || was.ends || now.periodEnd === undefined) return;
  const endsOn = dayOf(now.periodEnd);
  await tell(deps, tx, now, (place) => endsLetter({ ...place, planName, endsOn }));
}
