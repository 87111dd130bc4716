import { type FetcherWithComponents, Form, type FormProps, useNavigation } from "@remix-run/react";
import { type FormEvent, useEffect, useMemo, useRef } from "react";
import { FormContext } from "./form-context";
import { FormErrors } from "./form-errors";
import type { FormState } from "./form-state";

interface Props extends FormProps {
  /** Unique on the page; prefixes the ids of the fields. */
  id?: string;
  /** What the action answered, if it refused. */
  state?: FormState | null;
  /** To stay on the page instead of navigating. */
  fetcher?: FetcherWithComponents<unknown>;
  /** Show the summary elsewhere by setting this and placing `<FormErrors />`. */
  withoutSummary?: boolean;
}

/** The one form of the product: keeps what was typed, shows what is wrong, is sent once, works without script. */
export function ActionForm({ id = "form", state, fetcher, withoutSummary, ...props }: Props) {
  const { children, onSubmit, className = "form", method = "post", ...rest } = props;
  const navigation = useNavigation();
  const sent = useRef(false);
  const idle = (fetcher ?? navigation).state === "idle";
  const pending = sent.current && !idle;
  const scope = useMemo(() => ({ id, state: state ?? {}, pending }), [id, state, pending]);

  useEffect(() => {
    if (idle) sent.current = false;
  }, [idle]);
  useEffect(() => {
    const comeBack = () => {
      sent.current = false;
    };
    window.addEventListener("pageshow", comeBack);
    return () => window.removeEventListener("pageshow", comeBack);
  }, []);

  const sendOnce = (event: FormEvent<HTMLFormElement>) => {
    if (sent.current) return event.preventDefault();
    onSubmit?.(event);
    sent.current = !event.defaultPrevented;
  };
  const FormElement = fetcher ? fetcher.Form : Form;
  return (
    <FormContext.Provider value={scope}>
      <FormElement {...rest} id={id} method={method} className={className} noValidate onSubmit={sendOnce}>
        {!withoutSummary && <FormErrors />}
        {children}
      </FormElement>
    </FormContext.Provider>
  );
}
