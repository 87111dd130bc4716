import { ActionForm } from "~/components/ui/action-form";
import type { FormState } from "~/components/ui/form-state";
import { RadioGroup } from "~/components/ui/radio-group";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import type { Role } from "~/domain/actor";
import { roleWords } from "~/domain/workspaces/permission";

interface Props {
  state: FormState | undefined;
  grantable: readonly Role[];
}

export function InviteForm({ state, grantable }: Props) {
  return (
    <ActionForm id="invite" state={state}>
      <input type="hidden" name="intent" value="invite" />
      <TextField name="email" label="E-mail address" type="email" autoComplete="off" required />
      <RadioGroup
        name="role"
        legend="Role"
        defaultValue="member"
        options={grantable.map((role) => ({
          value: role,
          label: roleWords[role].label,
          hint: roleWords[role].words,
        }))}
      />
      <SubmitButton pendingLabel="Inviting">Send the invitation</SubmitButton>
    </ActionForm>
  );
}
