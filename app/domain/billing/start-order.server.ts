import { payerLetter } from "~/emails/billing-letters";
import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { releaseNamedLease } from "../jobs/release-named-lease.server";
import { takeNamedLease } from "../jobs/take-named-lease.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { requirePermission } from "../workspaces/authorise-member.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { type Agreement, isGone, isRunning } from "./agreement";
import { insertAgreement, listAgreementRows } from "./agreement-queries.server";
import { closeEarlierOrders, expirePage } from "./close-earlier-orders.server";
import { currentPlans } from "./current-plans.server";
import { type Order, type OrderInput, orderInput } from "./order";
import { insertOrder, nameSession } from "./order-queries.server";
import { finalWords, type Plan, priceWords } from "./plan";
import { askStripe } from "./stripe-client.server";
import { syncCustomer } from "./sync-customer.server";

/** Longer than Stripe is waited for. */
const leaseMs = 120_000;

type Parsed = ReturnType<typeof orderInput.parse>;

function parse(given: OrderInput): Parsed {
  const parsed = orderInput.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) fields[String(path[0])] ??= message;
  throw new DomainError("invalid", "order_incomplete", "Nothing was ordered yet. See the fields below.", {
    fields,
  });
}

async function offeredPlan(deps: Deps, input: Parsed): Promise<Plan> {
  const plan = (await askStripe(deps, () => currentPlans(deps))).find(
    ({ priceId }) => priceId === input.priceId,
  );
  if (plan && finalWords(plan) === input.agreedWords) return plan;
  throw new DomainError(
    "conflict",
    "plan_changed",
    "This plan is not offered as it was shown. Nothing was ordered. Read it again, then order.",
  );
}

async function customerOf(
  deps: Deps,
  input: Parsed,
  agreements: readonly Agreement[],
  orderId: string,
): Promise<string> {
  const { workspaceId, payerEmail, payerName } = input;
  if (agreements.some(isRunning)) {
    throw new DomainError(
      "conflict",
      "plan_runs",
      "This workspace has a plan already. Nothing was ordered. Change the plan at Stripe instead.",
    );
  }
  const known = agreements.find(
    (each) => !isGone(each) && each.payerEmail.toLowerCase() === payerEmail.toLowerCase(),
  );
  if (known) return known.customerId;
  const customer = await askStripe(deps, (stripe) =>
    stripe.customers.create(
      { email: payerEmail, name: payerName, metadata: { foyer_workspace: workspaceId } },
      { idempotencyKey: `foyer-customer-${orderId}` },
    ),
  );
  const row = { workspaceId, customerId: customer.id, payerEmail, payerName, at: deps.clock.now() };
  await insertAgreement(deps.db, row);
  return customer.id;
}

const another = () =>
  new DomainError(
    "conflict",
    "order_at_once",
    "Another order for this workspace was made at the same moment. This one was not ordered. Look at the page again.",
  );

/** What Stripe says now of everybody who paid or was to pay: settles what was paid, expired or lost there. */
async function readPayers(deps: Deps, workspaceId: string): Promise<Agreement[]> {
  for (const { customerId } of await listAgreementRows(deps.db, workspaceId)) {
    await askStripe(deps, () => syncCustomer(deps, customerId));
  }
  return listAgreementRows(deps.db, workspaceId);
}

function openCheckout(deps: Deps, order: Order, slug: string) {
  const back = deps.urls.app(`/w/${slug}/settings/billing`);
  const metadata = { foyer_workspace: order.workspaceId, foyer_order: order.id };
  return askStripe(deps, (stripe) =>
    stripe.checkout.sessions.create(
      {
        mode: "subscription",
        customer: order.customerId,
        client_reference_id: order.id,
        line_items: [{ price: order.plan.priceId, quantity: 1 }],
        custom_text: { submit: { message: order.agreedWords } },
        success_url: `${back}?order=${order.id}`,
        cancel_url: back,
        metadata,
        subscription_data: { metadata },
      },
      { idempotencyKey: `foyer-order-${order.id}` },
    ),
  );
}

async function placeOrder(deps: Deps, actor: Actor, input: Parsed): Promise<{ url: string }> {
  const { workspaceId } = input;
  const workspace = await getWorkspace(deps.db, workspaceId);
  if (workspace.standing === "closing") {
    const words = "This workspace is closing. Nothing was ordered.";
    throw new DomainError("conflict", "workspace_closing", words);
  }
  const plan = await offeredPlan(deps, input);
  const agreements = await readPayers(deps, workspaceId);
  await closeEarlierOrders(deps, workspaceId);
  const id = deps.ids.next();
  const now = deps.clock.now();
  const order: Order = {
    workspaceId,
    id,
    customerId: await customerOf(deps, input, agreements, id),
    sessionId: "",
    orderedBy: actorId(actor),
    payerEmail: input.payerEmail,
    payerName: input.payerName,
    plan,
    agreedWords: input.agreedWords,
    agreedAt: now,
    state: "started",
    paidAt: undefined,
    createdAt: now,
  };
  await deps.transact(async (tx) => {
    await insertOrder(tx, order);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "billing:order",
      targetKind: "order",
      targetId: id,
      detail: { price: plan.priceId, agreed: input.agreedWords },
    });
  });
  const session = await openCheckout(deps, order, workspace.slug);
  const url = session.url ?? "";
  const stands = await deps.transact(async (tx) => {
    if (!(await nameSession(tx, order, session.id))) return false;
    if (input.how !== "send") return true;
    const view = payerLetter({
      workspaceName: workspace.name,
      payerName: input.payerName,
      planName: plan.name,
      price: priceWords(plan),
      words: input.agreedWords,
      url,
    });
    await queueTransactionalMail(deps, tx, { workspaceId: "", kind: "billing", to: input.payerEmail, view });
    return true;
  });
  if (!stands) {
    await expirePage(deps, session.id);
    throw another();
  }
  return { url };
}

/**
 * Records the order with the words that were agreed to, and opens the page of payment at Stripe. No card is ever
 * typed here. One order of a workspace is made at a time.
 */
export async function startOrder(deps: Deps, actor: Actor, given: OrderInput): Promise<{ url: string }> {
  requirePermission(actor, given.workspaceId, "billing:manage");
  const input = parse(given);
  const lease = `order:${input.workspaceId}`;
  const owner = deps.ids.next();
  const taken = await takeNamedLease(deps.db, lease, owner, deps.clock.now(), leaseMs);
  if (taken === undefined) throw another();
  try {
    return await placeOrder(deps, actor, input);
  } finally {
    await releaseNamedLease(deps.db, lease, owner);
  }
}
