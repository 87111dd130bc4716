import type { ReactNode } from "react";
import { FieldError, FieldHint } from "./field";
import { useField } from "./form-context";
import type { Choice } from "./select-field";

interface Props {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  options: readonly Choice[];
  defaultValue?: string | readonly string[];
  /** Each choice in a frame of its own, for choices that need a sentence. */
  framed?: boolean;
  required?: boolean;
}

function ChoiceGroup({ type, ...props }: Props & { type: "radio" | "checkbox" }) {
  const { name, legend, hint, error, options, defaultValue = [], framed, required } = props;
  const field = useField(name, Boolean(hint), error);
  const chosen = [field.comesBack ? (field.typed ?? []) : defaultValue].flat();
  return (
    <fieldset
      className="field"
      data-invalid={field.error ? "" : undefined}
      aria-describedby={field.describedBy}
    >
      <legend className="field-label">{legend}</legend>
      {hint && <FieldHint id={field.hintId}>{hint}</FieldHint>}
      <div className={framed ? "choices choices-framed" : "choices"}>
        {options.map((option, index) => {
          const id = index === 0 ? field.id : `${field.id}-${index}`;
          const hintId = option.hint ? `${id}-note` : undefined;
          return (
            <div className="choice" key={option.value}>
              <input
                type={type}
                id={id}
                name={name}
                value={option.value}
                disabled={option.disabled}
                required={required && type === "radio"}
                defaultChecked={chosen.includes(option.value)}
                aria-describedby={hintId}
              />
              <div>
                <label htmlFor={id}>{option.label}</label>
                {option.hint && <FieldHint id={hintId}>{option.hint}</FieldHint>}
              </div>
            </div>
          );
        })}
      </div>
      <FieldError field={field} />
    </fieldset>
  );
}

/** One of several. */
export const RadioGroup = (props: Props) => <ChoiceGroup {...props} type="radio" />;

/** Any of several, sent under one name. */
export const CheckboxGroup = (props: Props) => <ChoiceGroup {...props} type="checkbox" />;
