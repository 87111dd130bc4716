import { useId } from "react";
import { formatCount } from "./count";

interface Props {
  /** What is going on: "Sending". */
  label: string;
  done: number;
  /** Undefined while it is not known how much there is. */
  total?: number;
  /** What is counted: "messages". */
  noun?: string;
  /** Such as "2 refused" or "about 4 minutes left". */
  detail?: string;
}

/** How far something long has come, in a bar and in numbers. */
export function Progress({ label, done, total, noun, detail }: Props) {
  const id = useId();
  const unit = noun ? ` ${noun}` : "";
  const counts =
    total === undefined
      ? `${formatCount(done)}${unit}`
      : `${formatCount(done)} of ${formatCount(total)}${unit}`;
  return (
    <div className="progress">
      <div className="progress-words">
        <span id={id}>{label}</span>
        <span className="figures soft">{counts}</span>
      </div>
      <progress
        aria-labelledby={id}
        aria-valuetext={counts}
        value={total === undefined ? undefined : Math.min(done, total)}
        max={Math.max(total ?? 1, 1)}
      />
      {detail && <p className="soft">{detail}</p>}
    </div>
  );
}
