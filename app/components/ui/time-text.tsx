interface Props {
  /** Epoch milliseconds. */
  at: number;
  /** IANA zone of the workspace. */
  zone?: string;
  locale?: string;
  show?: "date" | "minute" | "second";
}

const shapes: Record<NonNullable<Props["show"]>, Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "short", year: "numeric" },
  minute: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  second: { dateStyle: "medium", timeStyle: "medium" },
};

export function formatTime({ at, zone = "UTC", locale = "en-GB", show = "minute" }: Props): string {
  return new Intl.DateTimeFormat(locale, { ...shapes[show], timeZone: zone }).format(at);
}

/** A moment, in the zone of the workspace; the exact one for machines and on hover. */
export function TimeText(props: Props) {
  const exact = new Date(props.at).toISOString();
  return (
    <time
      className="figures"
      dateTime={exact}
      title={`${exact.slice(0, 19).replace("T", " ")} UTC`}
      suppressHydrationWarning
    >
      {formatTime(props)}
    </time>
  );
}
