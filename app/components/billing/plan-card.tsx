import { ActionForm } from "~/components/ui/action-form";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import type { FormState } from "~/components/ui/form-state";
import { Row } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { SubmitButton } from "~/components/ui/submit-button";
import { TimeText } from "~/components/ui/time-text";
import { type Agreement, isEnded, isGone, isOwing, isRunning } from "~/domain/billing/agreement";
import { priceWords } from "~/domain/billing/plan";

type Shown = Pick<
  Agreement,
  | "planName"
  | "amount"
  | "currency"
  | "every"
  | "status"
  | "ends"
  | "periodEnd"
  | "lastFour"
  | "payerName"
  | "payerEmail"
>;

function StateBadge({ agreement }: { agreement: Shown }) {
  if (isOwing(agreement.status)) return <Badge tone="bad">Payment missing</Badge>;
  if (isEnded(agreement)) return <Badge>Ended</Badge>;
  if (agreement.ends) return <Badge tone="warn">Cancelled, still running</Badge>;
  return <Badge tone="good">{agreement.status === "trialing" ? "Trial" : "Active"}</Badge>;
}

const act = (intent: string, label: string, pending: string, tone: "primary" | "secondary" | "quiet") => (
  <ActionForm id={intent} withoutSummary>
    <input type="hidden" name="intent" value={intent} />
    <SubmitButton tone={tone} pendingLabel={pending}>
      {label}
    </SubmitButton>
  </ActionForm>
);

/** The plan as it stands, and what can be done about it. */
export function PlanCard({
  agreement,
  payUrl,
  closing,
  timeZone,
  state,
}: {
  agreement: Shown;
  /** Where the missing payment can be made. */
  payUrl?: string;
  /** The workspace closes, so the plan cannot be kept. */
  closing: boolean;
  timeZone: string;
  state?: FormState;
}) {
  const running = isRunning(agreement);
  const { periodEnd, lastFour } = agreement;
  return (
    <Card title={agreement.planName} aside={<StateBadge agreement={agreement} />}>
      {state?.message && <p role="alert">{state.message}</p>}
      <DetailsList
        items={[
          { name: "Price", value: priceWords(agreement) },
          ...(periodEnd === undefined
            ? []
            : [
                {
                  name: running ? (agreement.ends ? "Ends on" : "Renews on") : "Ended on",
                  value: <TimeText at={periodEnd} zone={timeZone} show="date" />,
                },
              ]),
          { name: "Paid by", value: `${agreement.payerName}, ${agreement.payerEmail}` },
          ...(lastFour ? [{ name: "Card", value: `Ends in ${lastFour}` }] : []),
        ]}
      />
      <Row>
        {payUrl && (
          <LinkButton to={payUrl} tone="primary" rel="noreferrer">
            Pay the open invoice
          </LinkButton>
        )}
        {!isGone(agreement) &&
          act("portal", running ? "Change card or plan at Stripe" : "Open Stripe", "Opening", "secondary")}
        {running && !agreement.ends && act("cancel", "Cancel the plan", "Cancelling", "quiet")}
        {running && agreement.ends && !closing && act("keep", "Keep the plan", "Keeping", "primary")}
      </Row>
      {running && closing && (
        <p className="soft">
          The workspace is closing, so the plan is not renewed. To keep it, take the closing back first.
        </p>
      )}
      {running && !agreement.ends && !closing && (
        <p className="soft">
          Cancelling ends the plan with the period that is paid for. Nothing is lost, and all data stays.
        </p>
      )}
    </Card>
  );
}
