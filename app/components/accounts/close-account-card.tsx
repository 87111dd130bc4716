import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import type { FormState } from "~/components/ui/form-state";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { PasswordField } from "./password-field";

interface Props {
  email: string;
  hasPassword: boolean;
  state: FormState | undefined;
}

/** The way out, for good: proven by the password, or by the address where there is none. */
export function CloseAccountCard({ email, hasPassword, state }: Props) {
  return (
    <Card title="Close your account">
      <ActionForm id="close" state={state}>
        <input type="hidden" name="intent" value="close" />
        <p>
          Your address, your name, your sessions and your memberships are deleted at once, and are gone from
          backups within 30 days. This cannot be undone. Workspaces stay; one that only you own must be handed
          over or closed first.
        </p>
        {hasPassword ? (
          <PasswordField name="proof" label="Your password, to close it" />
        ) : (
          <TextField name="proof" label={`Type ${email} to close it`} autoComplete="off" />
        )}
        <SubmitButton tone="danger" pendingLabel="Closing">
          Close the account
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
