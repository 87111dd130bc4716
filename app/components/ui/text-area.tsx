import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldWords } from "./field";
import { useField } from "./form-context";

interface Props extends ComponentProps<"textarea">, FieldWords {
  name: string;
  /** For HTML, CSS and other code: fixed width, no spelling marks. */
  code?: boolean;
}

export function TextArea({ label, hint, error, optional, hiddenLabel, code, className, ...area }: Props) {
  const field = useField(area.name, Boolean(hint), error);
  const typed = typeof field.typed === "string" ? field.typed : area.defaultValue;
  return (
    <Field field={field} label={label} hint={hint} optional={optional} hiddenLabel={hiddenLabel}>
      <textarea
        rows={4}
        spellCheck={code ? false : undefined}
        {...area}
        id={field.id}
        className={classNames("input", "input-area", code && "input-code", className)}
        defaultValue={area.value === undefined ? typed : undefined}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
      />
    </Field>
  );
}
