import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button";

interface Props {
  /** Names the search for a screen reader: "Search leads". */
  label: string;
  /** `SearchField` and `FilterSelect`. */
  children: ReactNode;
  /** Buttons at the end, such as export. */
  end?: ReactNode;
}

const afterTyping = 250;

/** Search and filters of a list. They live in the address; a change applies at once, or by a button without script. */
export function FilterBar({ label, children, end }: Props) {
  const submit = useSubmit();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const apply = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const typing = (event.target as HTMLInputElement).type === "search";
    clearTimeout(waiting.current);
    waiting.current = setTimeout(
      () => submit(form, { replace: true, preventScrollReset: true }),
      typing ? afterTyping : 0,
    );
  };
  return (
    <div className="toolbar">
      <Form method="get" role="search" aria-label={label} className="filters" onChange={apply}>
        {children}
        <Button type="submit" small className="script-none-only">
          Apply
        </Button>
      </Form>
      {end && <div className="toolbar-end">{end}</div>}
    </div>
  );
}

/** A choice among a few states, kept in the address under `name`. */
export function FilterSelect(props: {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** The choice that filters nothing: "Any state". */
  any: string;
}) {
  const [params] = useSearchParams();
  const chosen = params.get(props.name) ?? "";
  return (
    <select
      key={chosen}
      name={props.name}
      aria-label={props.label}
      className="input select filter-select"
      defaultValue={chosen}
    >
      <option value="">{props.any}</option>
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
