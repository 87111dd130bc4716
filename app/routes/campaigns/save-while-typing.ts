import type { FetcherWithComponents } from "@remix-run/react";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";

const afterTypingMs = 900;

/**
 * Saves a form a moment after the last key, and at once when a field is left: what is pressed next finds it saved.
 * One save at a time, since each starts from the revision that the one before made.
 */
export function useSaveWhileTyping(fetcher: FetcherWithComponents<unknown>) {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [typed, setTyped] = useState(false);
  const [due, setDue] = useState<HTMLFormElement>();
  const idle = fetcher.state === "idle";
  useEffect(() => () => clearTimeout(waiting.current), []);

  const nothingWaits = useCallback(() => {
    clearTimeout(waiting.current);
    setTyped(false);
    setDue(undefined);
  }, []);
  useEffect(() => {
    if (!due || !idle) return;
    nothingWaits();
    fetcher.submit(due);
  }, [due, idle, fetcher, nothingWaits]);

  return {
    typed,
    handlers: {
      onChange: ({ currentTarget }: FormEvent<HTMLFormElement>) => {
        clearTimeout(waiting.current);
        setTyped(true);
        waiting.current = setTimeout(() => setDue(currentTarget), afterTypingMs);
      },
      onBlur: ({ currentTarget }: FormEvent<HTMLFormElement>) => {
        if (typed) setDue(currentTarget);
      },
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        if (idle) return nothingWaits();
        event.preventDefault();
        setDue(event.currentTarget);
      },
    },
  };
}
