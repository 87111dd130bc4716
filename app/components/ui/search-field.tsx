import { useSearchParams } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect, useRef } from "react";

interface Props {
  label: string;
  name?: string;
  placeholder?: string;
}

/** Text to look for, kept in the address. Stands in a `FilterBar`. */
export function SearchField({ label, name = "q", placeholder = label }: Props) {
  const [params] = useSearchParams();
  const inAddress = params.get(name) ?? "";
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const element = input.current;
    if (element && element !== document.activeElement) element.value = inAddress;
  }, [inAddress]);

  return (
    <div className="search-field">
      <Search className="icon" aria-hidden="true" />
      <input
        ref={input}
        type="search"
        name={name}
        className="input"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={inAddress}
        autoComplete="off"
      />
    </div>
  );
}
