/** The mark: a doorway with light behind it. */
export function DoorwayMark({ className = "mark" }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path className="mark-wall" d="M3 22.5V10.5a9 9 0 0 1 18 0v12z" />
      <path className="mark-light" d="M12 22.5V6.6c3 .5 5 2.6 5 5.6v10.3z" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="wordmark">
      <DoorwayMark />
      <span>Foyer</span>
    </span>
  );
}
