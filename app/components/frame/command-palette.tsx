import { useNavigate } from "@remix-run/react";
import { CornerDownLeft, Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { findCommands } from "./find-commands";
import type { Command } from "./frame-props";
import type { PlaceKey } from "./places";

interface Props {
  base: string;
  commands?: readonly Command[];
  closed: readonly PlaceKey[];
}

const none: readonly Command[] = [];

/** Search and commands, on Ctrl-K or Cmd-K from everywhere. */
export function CommandPalette({ base, commands = none, closed }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const navigate = useNavigate();
  const id = useId();
  const found = findCommands(base, commands, typed, closed);
  const optionId = (index: number) => `${id}-${index}`;

  useEffect(() => {
    const openByKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey) return;
      event.preventDefault();
      if (dialog.current?.open) dialog.current.close();
      else dialog.current?.showModal();
    };
    document.addEventListener("keydown", openByKey);
    return () => document.removeEventListener("keydown", openByKey);
  }, []);

  const go = (command: Command | undefined) => {
    if (!command) return;
    dialog.current?.close();
    navigate(command.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((active + step + found.length) % Math.max(found.length, 1));
    }
    if (event.key === "Enter") {
      event.preventDefault();
      go(found[active]);
    }
  };

  return (
    <>
      <button
        type="button"
        className="palette-open script-only"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => dialog.current?.showModal()}
      >
        <Search className="icon" aria-hidden="true" />
        <span>Search</span>
        <kbd>Ctrl K</kbd>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a press on the backdrop only repeats what Escape does */}
      <dialog
        ref={dialog}
        className="palette"
        aria-label="Search and commands"
        onClose={() => {
          setTyped("");
          setActive(0);
        }}
        onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      >
        <div className="palette-field">
          <Search className="icon soft" aria-hidden="true" />
          <input
            type="text"
            role="combobox"
            aria-label="Search and commands"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={found.length ? optionId(active) : undefined}
            autoComplete="off"
            placeholder="Go to, do or find"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div id={`${id}-list`} role="listbox" aria-label="Found" className="palette-list">
          {found.map((command, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the text field keeps the focus and takes the keys
            <div
              key={`${command.to} ${command.label}`}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              className="palette-option"
              onPointerMove={() => setActive(index)}
              onClick={() => go(command)}
            >
              {command.label}
              {index === active && <CornerDownLeft className="icon soft" aria-hidden="true" />}
            </div>
          ))}
        </div>
      </dialog>
    </>
  );
}
