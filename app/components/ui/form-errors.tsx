import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { fieldId, useFormScope } from "./form-context";

interface Props {
  /** Said above the list; the state's own message goes first. */
  title?: string;
}

/** The summary at the head of a form: takes the focus when the form comes back, and leads to each field. */
export function FormErrors({ title = "Not saved yet. What you typed is still here." }: Props) {
  const { id, state } = useFormScope();
  const box = useRef<HTMLDivElement>(null);
  const errors = Object.entries(state.errors ?? {});
  const shown = errors.length > 0 || Boolean(state.message);
  const [first] = errors;
  const isOfField = errors.some(([, message]) => message === state.message);
  const saysOneThing = isOfField && errors.length === 1;

  useEffect(() => {
    if (shown && state) box.current?.focus();
  }, [shown, state]);

  if (!shown) return null;
  return (
    <div ref={box} className="form-errors" role="alert" tabIndex={-1}>
      <CircleAlert className="icon" aria-hidden="true" />
      <div>
        <p className="form-errors-title">
          {saysOneThing ? (
            <a href={`#${fieldId(id, first?.[0] ?? "")}`}>{state.message}</a>
          ) : (
            (!isOfField && state.message) || title
          )}
        </p>
        {errors.length > 0 && !saysOneThing && (
          <ul>
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
