import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { InvoiceTable } from "~/components/billing/invoice-table";
import { OrderForm, PlanChoice } from "~/components/billing/order-form";
import { PlanCard } from "~/components/billing/plan-card";
import { EmptyState } from "~/components/ui/empty-state";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { isOwing, isRunning } from "~/domain/billing/agreement";
import { changeRenewal } from "~/domain/billing/change-renewal.server";
import { findBilling, settleReturn } from "~/domain/billing/find-billing.server";
import { openPortal } from "~/domain/billing/open-portal.server";
import { startOrder } from "~/domain/billing/start-order.server";
import { storedId } from "~/lib/ids";
import { answerForm, refuse } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Billing · Foyer" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = await requireMember(request, context, params.workspace, "billing:manage");
  const { workspace, account } = session;
  const { deps } = context;
  const { searchParams } = new URL(request.url);
  const orderId = storedId("order", searchParams.get("order") ?? "");
  try {
    if (orderId && deps.config.billing) await settleReturn(deps, { workspaceId: workspace.id, orderId });
    const { agreement, plans, invoices, started } = await findBilling(deps, workspace.id);
    const running = agreement !== undefined && isRunning(agreement);
    const closing = workspace.standing === "closing";
    const offered = running || closing ? [] : plans;
    return {
      base: `/w/${workspace.slug}/settings/billing`,
      timeZone: workspace.timeZone,
      agreement: agreement?.planName ? agreement : undefined,
      running,
      closing,
      plans: offered,
      chosen: offered.find(({ priceId }) => priceId === searchParams.get("plan")),
      payer: { name: account.name, email: account.email },
      invoices,
      payUrl:
        agreement && isOwing(agreement.status)
          ? invoices.find(({ status, customerId, url }) => {
              return url !== "" && customerId === agreement.customerId && status === "open";
            })?.url
          : undefined,
      waiting: orderId !== undefined && started.some(({ id }) => id === orderId),
      back: orderId !== undefined,
      sentTo: orderId === undefined ? started[0]?.payerEmail : undefined,
    };
  } catch (error) {
    throw refuse(error);
  }
}

type Done = "sent" | "cancel" | "keep";

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "billing:manage");
  const { deps } = context;
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const workspaceId = workspace.id;
  const intent = text("intent");
  return answerForm(form, async (): Promise<FormState & { done?: Done; of?: string }> => {
    if (intent === "portal") throw redirect((await openPortal(deps, member, { workspaceId })).url, 303);
    if (intent === "cancel" || intent === "keep") {
      await changeRenewal(deps, member, { workspaceId, renews: intent === "keep" });
      return { done: intent };
    }
    if (intent !== "order") return { message: "Nothing was changed." };
    const how = text("how") === "send" ? ("send" as const) : ("now" as const);
    const { url } = await startOrder(deps, member, {
      workspaceId,
      priceId: text("priceId"),
      payerName: text("payerName"),
      payerEmail: text("payerEmail"),
      agreedWords: text("agreedWords"),
      agreed: (text("agreed") === "yes") as true,
      how,
    });
    if (how === "now") throw redirect(url, 303);
    return { done: "sent" };
  });
}

const done: Record<Done, string> = {
  sent: "Whoever pays got the page of payment by mail. The plan begins when it is paid.",
  cancel: "The plan was cancelled. It stays until the end of the period that is paid for.",
  keep: "Good: the plan goes on and renews.",
};

/** A debit can take days: after these looks, about a minute, the page goes on by its letters only. */
const looksAfterMs = [2000, 2000, 3000, 4000, 6000, 10_000, 15_000, 20_000];

export default function Billing() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: Done }) | undefined;
  const { revalidate } = useRevalidator();
  const { waiting } = page;
  const [looks, setLooks] = useState(0);
  const tired = looks >= looksAfterMs.length;
  useEffect(() => {
    const after = waiting ? looksAfterMs[looks] : undefined;
    if (after === undefined) return;
    const timer = setTimeout(() => {
      setLooks((before) => before + 1);
      revalidate();
    }, after);
    return () => clearTimeout(timer);
  }, [waiting, looks, revalidate]);
  const refused = answer?.done ? undefined : answer;
  return (
    <Stack gap={6}>
      {answer?.done && (
        <Notice tone="good" live="polite">
          {done[answer.done]}
        </Notice>
      )}
      {waiting && (
        <Notice tone="info" title="Waiting for Stripe" live="polite">
          {tired
            ? "The payment is not confirmed yet. A debit from an account can take days; a letter tells when the plan begins. You can leave this page."
            : "The payment is being confirmed. This page goes on by itself."}
        </Notice>
      )}
      {page.back && !waiting && page.running && (
        <Notice tone="good" title="Your order is confirmed" live="polite">
          A confirmation was sent by mail to whoever pays and to the owners.
        </Notice>
      )}
      {page.sentTo && !page.running && !page.chosen && !answer?.done && (
        <Notice tone="info" title="An order waits for payment">
          {page.sentTo} was named as the one who pays. A new order takes its place.
        </Notice>
      )}
      {page.agreement && (
        <PlanCard
          agreement={page.agreement}
          payUrl={page.payUrl}
          closing={page.closing}
          timeZone={page.timeZone}
          state={page.chosen ? undefined : refused}
        />
      )}
      {page.chosen && !answer?.done && (
        <OrderForm plan={page.chosen} payer={page.payer} base={page.base} state={refused} />
      )}
      {!page.running && !page.chosen && page.plans.length > 0 && (
        <PlanChoice plans={page.plans} base={page.base} />
      )}
      {!page.agreement && page.plans.length === 0 && (
        <EmptyState plain title="Nothing to pay">
          {page.closing
            ? "The workspace is closing, so no plan can be ordered."
            : "No plan is offered here just now. Everything works without one."}
        </EmptyState>
      )}
      {page.invoices.length > 0 && <InvoiceTable invoices={page.invoices} timeZone={page.timeZone} />}
    </Stack>
  );
}
