import { ActionForm } from "~/components/ui/action-form";
import { FormActions, FormSection } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { RadioGroup } from "~/components/ui/radio-group";
import { type Choice, SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import {
  previewDays,
  previewPasswordMaximum,
  previewPasswordMinimum,
} from "~/domain/publishing/preview-link";

const daysWords = previewDays.map((days) => ({
  value: String(days),
  label: days === 1 ? "1 day" : `${days} days`,
}));

export function PreviewLinkForm({ versions, state }: { versions: Choice[]; state: FormState | undefined }) {
  return (
    <ActionForm id="share" state={state}>
      <input type="hidden" name="intent" value="share" />
      <FormSection
        title="A new link"
        description="Search engines are told to leave it alone, views are not counted, and forms send nothing."
      >
        <RadioGroup name="days" legend="It works for" options={daysWords} defaultValue="7" />
        {versions.length > 0 && (
          <SelectField
            name="version"
            label="It shows"
            emptyOption="The page as saved, whenever it is opened"
            options={versions}
          />
        )}
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint={`At least ${previewPasswordMinimum} characters. Send it on another way than the link.`}
          maxLength={previewPasswordMaximum}
          optional
        />
      </FormSection>
      <FormActions>
        <SubmitButton pendingLabel="Making the link">Make the link</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
