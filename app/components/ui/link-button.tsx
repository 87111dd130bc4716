import { Link, type LinkProps } from "@remix-run/react";
import { type ButtonLook, buttonClass } from "./button";

/** Goes somewhere and looks like a button. For what changes something use a form. */
export function LinkButton({ tone, small, icon, className, children, ...rest }: LinkProps & ButtonLook) {
  return (
    <Link prefetch="intent" {...rest} className={buttonClass({ tone, small }, className)}>
      {icon}
      {children}
    </Link>
  );
}
