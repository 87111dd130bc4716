import { type ReactNode, useState } from "react";
import { ActionForm } from "./action-form";
import type { FormState } from "./form-state";
import { SubmitButton } from "./submit-button";
import { TextField } from "./text-field";

interface Props {
  /** To be typed exactly; sent as `confirmation`, and to be checked again by the action. */
  name: string;
  /** What will happen, in numbers: ["1,204 leads are erased", "3 pages go off line"]. */
  consequences: readonly string[];
  /** "Delete this workspace". */
  submitLabel: string;
  action?: string;
  /** Hidden fields sent along, such as the intent. */
  fields?: Record<string, string>;
  state?: FormState | null;
  cancel?: ReactNode;
}

/** For what cannot be undone: says what will happen and asks for the name. */
export function ConfirmByName({ name, consequences, submitLabel, action, fields, state, cancel }: Props) {
  const [typed, setTyped] = useState<string>();
  const waits = typed !== undefined && typed.trim() !== name;
  return (
    <ActionForm
      id="confirm"
      action={action}
      state={state}
      onSubmit={(event) => waits && event.preventDefault()}
    >
      <ul className="consequences">
        {consequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      {Object.entries(fields ?? {}).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <TextField
        name="confirmation"
        label={
          <>
            Type <strong className="to-type">{name}</strong> to confirm
          </>
        }
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="form-actions">
        <SubmitButton tone="danger" aria-disabled={waits || undefined}>
          {submitLabel}
        </SubmitButton>
        {cancel}
      </div>
    </ActionForm>
  );
}
