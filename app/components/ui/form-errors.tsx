import { CircleAlert } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { fieldId, useFormScope } from "./form-context";

interface Props {
  /** Said above the list; the state's own message goes first. */
  title?: string;
}

/** The summary at the head of a form: takes the focus when the form comes back, and leads to each field. */
export function FormErrors({ title = "Not saved yet. What you typed is still here." }: Props) {
  const { id, state } = useFormScope();
  const box = useRef<HTMLDivElement>(null);
  const own = useId();
  const errors = Object.entries(state.errors ?? {});
  const shown = errors.length > 0 || Boolean(state.message);
  const [first] = errors;
  const isOfField = errors.some(([, message]) => message === state.message);
  const saysOneThing = isOfField && errors.length === 1;

  useEffect(() => {
    if (shown && state) box.current?.focus();
  }, [shown, state]);

  if (!shown) return null;
  const hasList = errors.length > 0 && !saysOneThing;
  // Read out by moving the focus to it: a live region beside that would say all of it again.
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields
    <div
      ref={box}
      className="form-errors"
      role="group"
      aria-labelledby={`${own}title`}
      aria-describedby={hasList ? `${own}list` : undefined}
      tabIndex={-1}
    >
      <CircleAlert className="icon" aria-hidden="true" />
      <div>
        <p className="form-errors-title" id={`${own}title`}>
          {saysOneThing ? (
            <a href={`#${fieldId(id, first?.[0] ?? "")}`}>{state.message}</a>
          ) : (
            (!isOfField && state.message) || title
          )}
        </p>
        {hasList && (
          <ul id={`${own}list`}>
            {errors.map(([name, message]) => (
              <li key={name}>
                <a href={`#${fieldId(id, name)}`}>{message}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
