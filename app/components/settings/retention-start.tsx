import { TimeText } from "../ui/time-text";

interface Props {
  from: number | undefined;
  waits: boolean;
  /** The last letter is so long ago that another one comes first. */
  lapsed: boolean;
  /** Whether a letter to the owners would arrive. */
  mailReaches: boolean;
  zone: string;
}

/** From when on people go by their age. */
export function RetentionStart({ from, waits, lapsed, mailReaches, zone }: Props) {
  if (!waits) return null;
  if (lapsed) {
    return (
      <p>
        The owners were last told long ago. Before more people are deleted they get a letter and two weeks.
      </p>
    );
  }
  if (from !== undefined) {
    return (
      <p>
        The owners were told by letter. No person is deleted before <TimeText at={from} zone={zone} />, unless
        you save the periods earlier.
      </p>
    );
  }
  return (
    <p>
      No person is deleted yet.{" "}
      {mailReaches
        ? "When the first ones are past their period, the owners get a letter, and people go two weeks after it. When you save the periods, they go from the next run on."
        : "This instance sends no mail, so nobody can be told by letter. People go once you save the periods."}
    </p>
  );
}
