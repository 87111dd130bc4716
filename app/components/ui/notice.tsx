import { Info } from "lucide-react";
import type { ReactNode } from "react";
import { type Tone, toneIcons } from "./badge";

interface Props {
  tone?: Exclude<Tone, "neutral">;
  title?: ReactNode;
  children?: ReactNode;
  /** What can be done about it: a small button or link. */
  action?: ReactNode;
  /** Read out when it appears: `polite` after a success, `assertive` after a failure. */
  live?: "polite" | "assertive";
}

/** What happened or needs a decision, with the way on. */
export function Notice({ tone = "info", title, children, action, live }: Props) {
  const Icon = tone === "info" ? Info : toneIcons[tone];
  const role = live === "assertive" ? "alert" : live === "polite" ? "status" : undefined;
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon className="icon" aria-hidden="true" />
      <div className="notice-words">
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}
