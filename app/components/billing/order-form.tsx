import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { CheckboxField } from "~/components/ui/checkbox-field";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { RadioGroup } from "~/components/ui/radio-group";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { finalWords, type Plan, priceWords } from "~/domain/billing/plan";

/** What can be ordered; choosing leads to the order itself. */
export const PlanChoice = ({ plans, base }: { plans: readonly Plan[]; base: string }) => (
  <Stack gap={4}>
    {plans.map((plan) => (
      <Card
        key={plan.priceId}
        title={plan.name}
        aside={
          <LinkButton to={`${base}?plan=${encodeURIComponent(plan.priceId)}`} tone="secondary" small>
            Choose {plan.name}
          </LinkButton>
        }
      >
        <p className="figures">{priceWords(plan)}</p>
        {plan.description && <p>{plan.description}</p>}
      </Card>
    ))}
  </Stack>
);

interface Props {
  plan: Plan;
  payer: { name: string; email: string };
  /** Address without the choice. */
  base: string;
  state?: FormState;
}

/** Says that the order is final before anything is paid, and leads on to Stripe. */
export function OrderForm({ plan, payer, base, state }: Props) {
  const words = finalWords(plan);
  return (
    <Card title={`Order ${plan.name}`} aside={<span className="figures">{priceWords(plan)}</span>}>
      <p>
        Card details are typed at Stripe, never here. Foyer keeps who pays, the invoices and the last four
        digits of the card.
      </p>
      <ActionForm id="order" state={state}>
        <input type="hidden" name="intent" value="order" />
        <input type="hidden" name="priceId" value={plan.priceId} />
        <input type="hidden" name="agreedWords" value={words} />
        <TextField
          name="payerName"
          label="Who pays"
          hint="A person or a company; it need not be a member."
          defaultValue={payer.name}
          autoComplete="organization"
          required
        />
        <TextField
          name="payerEmail"
          type="email"
          label="E-mail address of whoever pays"
          hint="Invoices and news of payments go there."
          defaultValue={payer.email}
          autoComplete="email"
          required
        />
        <RadioGroup
          name="how"
          legend="Pay"
          framed
          defaultValue="now"
          options={[
            { value: "now", label: "I pay now", hint: "Stripe opens next." },
            {
              value: "send",
              label: "Send it to whoever pays",
              hint: "They get the page of payment by mail; it is open for a day.",
            },
          ]}
        />
        <CheckboxField name="agreed" label={words} required />
        <FormActions>
          <SubmitButton pendingLabel="Opening Stripe">Order and go on to payment</SubmitButton>
          <LinkButton to={base} tone="quiet">
            Back
          </LinkButton>
        </FormActions>
      </ActionForm>
    </Card>
  );
}
