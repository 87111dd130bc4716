import { forwardRef, type ReactNode } from "react";
import { Button, type ButtonProps } from "./button";

interface Props extends Omit<ButtonProps, "icon" | "children"> {
  /** Read out instead of a visible word, and shown as a tip. */
  label: string;
  icon: ReactNode;
}

export const IconButton = forwardRef<HTMLButtonElement, Props>(function IconButton(
  { label, icon, tone = "quiet", ...rest },
  ref,
) {
  return <Button {...rest} ref={ref} tone={tone} icon={icon} aria-label={label} title={label} />;
});
