import type { ReactNode } from "react";

/** Names and values of one thing. */
export function DetailsList({ items }: { items: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className="details-list">
      {items.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
