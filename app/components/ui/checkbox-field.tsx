import type { ComponentProps } from "react";
import { FieldError, FieldHint, type FieldWords } from "./field";
import { useField } from "./form-context";

interface Props extends Omit<ComponentProps<"input">, "type">, FieldWords {
  name: string;
}

/** One yes-or-no. For several under one name use `CheckboxGroup`. */
export function CheckboxField({ label, hint, error, optional, hiddenLabel, value = "yes", ...box }: Props) {
  const field = useField(box.name, Boolean(hint), error);
  const typed = field.comesBack ? [field.typed ?? []].flat().includes(String(value)) : box.defaultChecked;
  return (
    <div className="field" data-invalid={field.error ? "" : undefined}>
      <div className="choice">
        <input
          {...box}
          type="checkbox"
          value={value}
          id={field.id}
          defaultChecked={box.checked === undefined ? typed : undefined}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.describedBy}
        />
        <div>
          <label className={hiddenLabel ? "visually-hidden" : undefined} htmlFor={field.id}>
            {label}
            {optional && <span className="field-optional"> (optional)</span>}
          </label>
          {hint && <FieldHint id={field.hintId}>{hint}</FieldHint>}
        </div>
      </div>
      <FieldError field={field} />
    </div>
  );
}
