import {
  Bot,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";

export type Tone = "neutral" | "good" | "warn" | "bad" | "info" | "machine";

export const toneIcons: Record<Tone, LucideIcon> = {
  neutral: CircleDashed,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  info: CircleDot,
  machine: Bot,
};

interface Props {
  tone?: Tone;
  /** Instead of the icon of the tone. */
  icon?: LucideIcon;
  children: ReactNode;
}

/** A state in a word, with an icon and a colour: never by colour alone. */
export function Badge({ tone = "neutral", icon, children }: Props) {
  const Icon = icon ?? toneIcons[tone];
  return (
    <span className={`badge badge-${tone}`}>
      <Icon className="icon" aria-hidden="true" />
      {children}
    </span>
  );
}
