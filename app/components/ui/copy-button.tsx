import { Check, Copy } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "./button";

interface Props {
  text: string;
  /** "Copy" and what: "Copy address". */
  label?: string;
  small?: boolean;
}

const shownFor = 2000;

/** Puts a text on the clipboard and says so. Keep the text itself in sight for people without script. */
export function CopyButton({ text, label = "Copy", small = true }: Props) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), shownFor);
  };
  const Icon = copied ? Check : Copy;
  return (
    <>
      <Button
        small={small}
        className="script-only"
        icon={<Icon className="icon" aria-hidden="true" />}
        onClick={copy}
      >
        {label}
      </Button>
      <span role="status" className="visually-hidden">
        {copied ? "Copied" : ""}
      </span>
    </>
  );
}

/** A value to copy, in sight and selectable, such as the address of a page. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="input-group">
        <input
          id={id}
          className="input input-code"
          readOnly
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={text} small={false} />
      </div>
    </div>
  );
}
