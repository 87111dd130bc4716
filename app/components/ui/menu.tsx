import { Form, Link, type LinkProps } from "@remix-run/react";
import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names";

interface Props {
  /** Read out for the summary when its content is only an icon. */
  label?: string;
  trigger: ReactNode;
  /** Which edge of the trigger the list is laid along. */
  align?: "start" | "end";
  /** Opens upwards, for a trigger at the foot of the window. */
  above?: boolean;
  className?: string;
  children: ReactNode;
}

const reachable = "a[href], button";

/** A list that opens under its button. Opens and leads on without script, too. */
export function Menu({ label, trigger, align = "end", above, className, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      const element = details.current;
      if (element?.open && !element.contains(event.target as Node)) element.open = false;
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, []);

  /** What would begin outside the window is laid along the other edge. */
  const keepInWindow = () => {
    const list = details.current?.querySelector<HTMLElement>(":scope > .menu-list");
    if (!list) return;
    list.removeAttribute("data-other-edge");
    const { left, right } = list.getBoundingClientRect();
    if (left < 0 || right > window.innerWidth) list.setAttribute("data-other-edge", "");
  };
  const close = () => {
    if (details.current) details.current.open = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const element = details.current;
    if (!element) return;
    if (event.key === "Escape" && element.open) {
      event.stopPropagation();
      close();
      element.querySelector("summary")?.focus();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    element.open = true;
    const items = [...element.querySelectorAll<HTMLElement>(`.menu-list :is(${reachable}, summary)`)].filter(
      (item) => item.checkVisibility(),
    );
    const step = event.key === "ArrowDown" ? 1 : -1;
    const from = items.indexOf(document.activeElement as HTMLElement);
    const start = from < 0 && step < 0 ? 0 : from;
    items[(start + step + items.length) % items.length]?.focus();
  };
  const closeAfterChoice = (event: { target: EventTarget }) => {
    if ((event.target as Element).closest(reachable)) close();
  };

  return (
    <details
      ref={details}
      className={classNames("menu", className)}
      onKeyDown={onKeyDown}
      onToggle={keepInWindow}
    >
      <summary aria-label={label} title={label}>
        {trigger}
      </summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: follows the choice of a link or button inside */}
      <ul
        className={classNames("menu-list", `menu-${align}`, above && "menu-above")}
        onClick={closeAfterChoice}
      >
        {children}
      </ul>
    </details>
  );
}

export const MenuLink = (props: LinkProps) => (
  <li>
    <Link {...props} className="menu-item" />
  </li>
);

interface MenuActionProps extends ComponentProps<"button"> {
  /** Where the press is sent; without it the nearest form or `onClick` takes it. */
  action?: string;
  /** Hidden fields sent along. */
  fields?: Record<string, string>;
  danger?: boolean;
}

/** A choice that changes something: posts, and so works without script. */
export function MenuAction({ action, fields, danger, ...button }: MenuActionProps) {
  const item = (
    <button
      type={action ? "submit" : "button"}
      {...button}
      className={danger ? "menu-item bad" : "menu-item"}
    />
  );
  return (
    <li>
      {action ? (
        <Form method="post" action={action}>
          {Object.entries(fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {item}
        </Form>
      ) : (
        item
      )}
    </li>
  );
}

export const MenuTitle = ({ children }: { children: ReactNode }) => (
  <li className="menu-title">{children}</li>
);
