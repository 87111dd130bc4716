import { ActionForm } from "~/components/ui/action-form";
import type { FormState } from "~/components/ui/form-state";
import { SubmitButton } from "~/components/ui/submit-button";
import { Sure } from "~/components/ui/sure";
import { TextField } from "~/components/ui/text-field";

/** After a complaint staff note that the person asks for mail again; lifting it stays theirs. */
export const AsksAgain = ({ addressHash, state }: { addressHash: string; state?: FormState }) => (
  <Sure
    label="Asks for mail again"
    words="After a complaint the person's own confirmation is not enough: somebody here must have noted that they asked. They still have to confirm a sign-up themselves."
    small
  >
    <ActionForm id={`again-${addressHash}`} state={state} withoutSummary>
      <input type="hidden" name="address" value={addressHash} />
      <TextField name="note" label="How they asked" maxLength={500} required />
      <SubmitButton tone="secondary" small pendingLabel="Noting">
        Note it
      </SubmitButton>
    </ActionForm>
  </Sure>
);
