interface Props {
  /** Read out while it is being fetched. */
  label?: string;
  lines?: number;
}

/** Holds the place of what is being fetched, so that nothing jumps. */
export function Skeleton({ label = "Loading", lines = 3 }: Props) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}
