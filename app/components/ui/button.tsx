import { type ComponentProps, forwardRef, type ReactNode } from "react";
import { classNames } from "./class-names";

export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonLook {
  /** One primary per page; `danger` only for what destroys. */
  tone?: ButtonTone;
  small?: boolean;
  icon?: ReactNode;
}

export function buttonClass({ tone = "secondary", small }: ButtonLook, extra?: string): string {
  return classNames("button", `button-${tone}`, small && "button-small", extra);
}

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  /** Keeps the focus and says that work is going on; presses are ignored meanwhile. */
  pending?: boolean;
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { tone, small, icon, pending, className, children, onClick, type = "button", ...rest },
  ref,
) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={buttonClass({ tone, small }, className)}
      aria-disabled={pending || rest["aria-disabled"] || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {pending ? <span className="spinner" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
});
