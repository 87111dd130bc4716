import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldWords } from "./field";
import { useField } from "./form-context";

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}

interface Props extends Omit<ComponentProps<"select">, "multiple" | "children">, FieldWords {
  name: string;
  options: readonly Choice[];
  /** Shown as the empty first choice, such as "Everybody who may be written to". */
  emptyOption?: string;
}

export function SelectField(props: Props) {
  const { label, hint, error, optional, hiddenLabel, options, emptyOption, className, ...select } = props;
  const field = useField(select.name, Boolean(hint), error);
  const typed = typeof field.typed === "string" ? field.typed : select.defaultValue;
  return (
    <Field field={field} label={label} hint={hint} optional={optional} hiddenLabel={hiddenLabel}>
      <select
        {...select}
        id={field.id}
        className={classNames("input", "select", className)}
        defaultValue={select.value === undefined ? typed : undefined}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
      >
        {emptyOption !== undefined && <option value="">{emptyOption}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
