import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { CheckboxGroup } from "~/components/ui/radio-group";
import { SubmitButton } from "~/components/ui/submit-button";
import { listPrices } from "~/domain/billing/list-plans.server";
import { offerPlans } from "~/domain/billing/offer-plans.server";
import { priceWords } from "~/domain/billing/plan";
import { answerForm, refuse } from "~/server/session/answer-form.server";
import { requireOperator } from "~/server/session/require-member.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  try {
    return { prices: await listPrices(context.deps), live: context.deps.config.billing?.live === true };
  } catch (error) {
    throw refuse(error);
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const account = await requireOperator(request, context);
  const form = await request.formData();
  return answerForm(
    form,
    async (): Promise<FormState & { offered?: number }> => ({
      offered: await offerPlans(
        context.deps,
        { kind: "staff", accountId: account.id },
        form.getAll("price").map(String),
      ),
    }),
  );
}

export default function Plans() {
  const { prices, live } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { offered?: number }) | undefined;
  return (
    <Stack gap={6}>
      {answer?.offered !== undefined && (
        <Notice tone="good" live="polite">
          {answer.offered === 0
            ? "Nothing is offered now. Plans that run go on."
            : `Offered now: ${answer.offered}. Plans that run go on as they are.`}
        </Notice>
      )}
      {!live && (
        <Notice tone="info" title="Test mode">
          The key of Stripe is one for tests: no real money moves.
        </Notice>
      )}
      {prices.length === 0 ? (
        <EmptyState plain title="No prices at Stripe yet">
          Make a product with a recurring price at Stripe; then it can be offered here.
        </EmptyState>
      ) : (
        <Card title="Plans that can be ordered">
          <ActionForm
            key={prices.map(({ priceId, offered }) => `${priceId}${offered}`).join()}
            id="plans"
            state={answer?.offered === undefined ? answer : undefined}
          >
            <CheckboxGroup
              name="price"
              legend="Recurring prices at Stripe"
              hint="Names and amounts are kept at Stripe. Workspaces without a plan work as before."
              framed
              defaultValue={prices.filter(({ offered }) => offered).map(({ priceId }) => priceId)}
              options={prices.map((price) => ({
                value: price.priceId,
                label: `${price.name}, ${priceWords(price)}`,
                hint: price.description || undefined,
              }))}
            />
            <FormActions>
              <SubmitButton pendingLabel="Saving">Offer these</SubmitButton>
            </FormActions>
          </ActionForm>
        </Card>
      )}
    </Stack>
  );
}
