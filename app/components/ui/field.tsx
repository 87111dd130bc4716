import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { FieldState } from "./form-context";

export interface FieldWords {
  label: ReactNode;
  hint?: ReactNode;
  /** Overrides the error of the form's state. */
  error?: string;
  /** Says "optional" beside the label, or the word given; required fields carry no mark. */
  optional?: boolean | string;
  /** Only read out, where the place makes the meaning plain. */
  hiddenLabel?: boolean;
}

/** Label, hint and error around one control. */
export function Field(props: FieldWords & { field: FieldState; children: ReactNode }) {
  const { field, label, hint, optional, hiddenLabel, children } = props;
  return (
    <div className="field" data-invalid={field.error ? "" : undefined}>
      <label className={hiddenLabel ? "visually-hidden" : "field-label"} htmlFor={field.id}>
        {label}
        {optional && <span className="field-optional"> ({optional === true ? "optional" : optional})</span>}
      </label>
      {hint && <FieldHint id={field.hintId}>{hint}</FieldHint>}
      {children}
      <FieldError field={field} />
    </div>
  );
}

export function FieldHint({ id, children }: { id: string | undefined; children: ReactNode }) {
  return (
    <p id={id} className="field-hint">
      {children}
    </p>
  );
}

export function FieldError({ field }: { field: FieldState }) {
  if (!field.error) return null;
  return (
    <p id={field.errorId} className="field-error">
      <CircleAlert className="icon" aria-hidden="true" />
      {field.error}
    </p>
  );
}
