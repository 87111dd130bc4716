import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "./icon-button";

interface Props {
  open: boolean;
  /** Called on Escape, on the cross and on a press outside. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the foot; a form inside brings its own. */
  actions?: ReactNode;
  wide?: boolean;
}

const firstField = "input:not([type=hidden]), select, textarea";

/** A native modal dialog: the browser traps the focus, gives it back, and closes on Escape. */
export function Dialog({ open, onClose, title, children, actions, wide }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [openWithoutScript] = useState(open);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.matches(":modal")) {
      element.close();
      element.showModal();
      element.querySelector<HTMLElement>(firstField)?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press on the backdrop only repeats what Escape does
    <dialog
      ref={dialog}
      className={wide ? "dialog dialog-wide" : "dialog"}
      aria-labelledby={titleId}
      open={openWithoutScript || undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={titleId} className="dialog-title">
            {title}
          </h2>
          <IconButton
            label="Close"
            small
            icon={<X className="icon" aria-hidden="true" />}
            onClick={onClose}
          />
        </header>
        {children}
        {actions && <footer className="dialog-actions">{actions}</footer>}
      </div>
    </dialog>
  );
}
