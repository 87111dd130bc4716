import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Field, type FieldWords } from "./field";
import { useField } from "./form-context";

interface Props extends Omit<ComponentProps<"input">, "prefix">, FieldWords {
  name: string;
  /** Stands before the input, such as "https://". */
  prefix?: ReactNode;
  /** Stands behind the input, such as ".example.org". */
  suffix?: ReactNode;
}

export function TextField(props: Props) {
  const { label, hint, error, optional, hiddenLabel, prefix, suffix, className, ...input } = props;
  const field = useField(input.name, Boolean(hint), error);
  const typed = typeof field.typed === "string" ? field.typed : input.defaultValue;
  const control = (
    <input
      {...input}
      id={field.id}
      className={classNames("input", className)}
      defaultValue={input.value === undefined ? typed : undefined}
      aria-invalid={field.error ? true : undefined}
      aria-describedby={field.describedBy}
    />
  );
  return (
    <Field field={field} label={label} hint={hint} optional={optional} hiddenLabel={hiddenLabel}>
      {prefix || suffix ? (
        <div className="input-group">
          {prefix && <span className="input-affix">{prefix}</span>}
          {control}
          {suffix && <span className="input-affix">{suffix}</span>}
        </div>
      ) : (
        control
      )}
    </Field>
  );
}
