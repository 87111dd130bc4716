import type { Present } from "./page-client";

const initials = (name: string) =>
  name
    .split(/[\s@.]+/)
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? "")
    .join("");

/** Who else has the page open. */
export function PresenceMarks({ present }: { present: Present | undefined }) {
  const others = present?.others ?? [];
  if (others.length === 0) return null;
  const names = others.map(({ name, isYou }) => (isYou ? "you, in another tab" : name));
  const words = `Also open: ${names.join(", ")}`;
  return (
    <span className="presence" role="status">
      <span className="visually-hidden">{words}</span>
      {others.slice(0, 3).map(({ name, isYou }) => (
        <span key={name} className="presence-mark" title={words} aria-hidden="true">
          {isYou ? "You" : initials(name)}
        </span>
      ))}
    </span>
  );
}
