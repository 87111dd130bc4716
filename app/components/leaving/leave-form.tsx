import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { RadioGroup } from "~/components/ui/radio-group";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { TimeText } from "~/components/ui/time-text";
import { graceDays } from "~/domain/termination/grace-period";

interface LeaveProps {
  name: string;
  hasArchive: boolean;
  state?: FormState;
}

/** Ends the agreement; asks for the name, since it closes pages at once and deletes later. */
export function LeaveForm({ name, hasArchive, state }: LeaveProps) {
  return (
    <Card title="Close this workspace">
      <p>
        Pages, forms and mail stop at once. Everything can be read and exported during the grace period, and
        any owner can take it back. Then everything is deleted, and you get a certificate.
      </p>
      {!hasArchive && <p>You have no archive yet. Order one above before you go.</p>}
      <ActionForm id="leave" state={state}>
        <input type="hidden" name="intent" value="leave" />
        <RadioGroup
          name="period"
          legend="When"
          framed
          defaultValue="agreed"
          options={[
            { value: "agreed", label: `After ${graceDays.agreed} days`, hint: "The agreed period." },
            {
              value: "sooner",
              label: `After ${graceDays.sooner} days`,
              hint: "Gone from backups, too, within 30 days of today.",
            },
          ]}
        />
        <TextField
          name="name"
          label={
            <>
              Type <strong className="to-type">{name}</strong> to confirm
            </>
          }
          autoComplete="off"
          required
        />
        <FormActions>
          <SubmitButton tone="danger" pendingLabel="Closing">
            Close this workspace
          </SubmitButton>
        </FormActions>
      </ActionForm>
    </Card>
  );
}

interface LeavingProps {
  deleteAfter: number;
  holds: readonly string[];
  /** A plan that ends, since the workspace closes. */
  plan: { endsOn?: number } | undefined;
  timeZone: string;
  mayCancel: boolean;
  state?: FormState;
}

/** While the grace period runs. */
export function LeavingCard({ deleteAfter, holds, plan, timeZone, mayCancel, state }: LeavingProps) {
  return (
    <Card title="This workspace is closing">
      <p>
        Everything will be deleted on <TimeText at={deleteAfter} zone={timeZone} show="date" />. Until then it
        can be read and exported.
      </p>
      {holds.length > 0 && (
        <p>The law asks us to keep it for longer: {holds.join("; ")}. It is deleted when that ends.</p>
      )}
      {plan && (
        <p>The plan does not renew any more. Whoever stays can keep it afterwards in Settings, Billing.</p>
      )}
      {mayCancel && (
        <ActionForm id="stay" state={state}>
          <input type="hidden" name="intent" value="stay" />
          <FormActions>
            <SubmitButton pendingLabel="Opening">Stay</SubmitButton>
          </FormActions>
        </ActionForm>
      )}
    </Card>
  );
}
