import type { ReactNode } from "react";
import { buttonClass } from "./button";

interface Props {
  /** Of the first press, which changes nothing yet. */
  label: string;
  /** Read out instead, where the label alone does not say of what. */
  spoken?: string;
  /** What will happen. */
  words: ReactNode;
  /** Does it: a submit button, with its form where it stands in none. */
  children: ReactNode;
  small?: boolean;
  /** How the first press looks, such as an item of a menu. */
  look?: string;
}

/** For what cannot be taken back: a first press says what will happen, a second does it. Needs no script. */
export function Sure({ label, spoken, words, children, small, look }: Props) {
  return (
    <details className="sure">
      <summary className={look ?? buttonClass({ small })} aria-label={spoken}>
        {label}
      </summary>
      <div className="sure-ask">
        <p>{words}</p>
        {children}
      </div>
    </details>
  );
}
