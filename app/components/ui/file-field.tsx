import { type ComponentProps, type DragEvent, useState } from "react";
import { classNames } from "./class-names";
import { Field, type FieldWords } from "./field";
import { useField } from "./form-context";

interface Props extends Omit<ComponentProps<"input">, "type" | "value" | "defaultValue">, FieldWords {
  name: string;
}

/** A file to choose or to drop. The form needs `encType="multipart/form-data"`. */
export function FileField({ label, hint, error, optional, hiddenLabel, className, ...input }: Props) {
  const field = useField(input.name, Boolean(hint), error);
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (_event: DragEvent) => setOver(inside);
  return (
    <Field field={field} label={label} hint={hint} optional={optional} hiddenLabel={hiddenLabel}>
      <input
        {...input}
        type="file"
        id={field.id}
        className={classNames("input-file", over && "input-file-over", className)}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        onDragEnter={drag(true)}
        onDragLeave={drag(false)}
        onDrop={drag(false)}
      />
    </Field>
  );
}
