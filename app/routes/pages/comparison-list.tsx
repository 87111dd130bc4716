import { Badge, type Tone } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import type { Comparison, Difference } from "~/domain/pages/compare-documents";

const kinds: Record<Difference["kind"], { tone: Tone; words: string }> = {
  added: { tone: "good", words: "New" },
  removed: { tone: "bad", words: "Gone" },
  changed: { tone: "warn", words: "Changed" },
};
const whats: Record<Difference["what"], string> = {
  words: "Words",
  link: "Link",
  picture: "Picture",
  field: "Field of a form",
};

const most = 60;

/** What is different, from the left to the right one. */
export function ComparisonList({ comparison, about }: { comparison: Comparison; about?: string }) {
  const { differences, isLookChanged, isStyleChanged, isOrderChanged } = comparison;
  const wholes = [
    isLookChanged && "The look of the whole page is another one.",
    isStyleChanged && "The style of single parts is another one.",
    isOrderChanged && "Parts stand in another order.",
  ].filter((words) => words !== false);
  const count = differences.length;
  return (
    <Card
      title={count === 0 ? "No difference in words" : count === 1 ? "1 difference" : `${count} differences`}
    >
      {about && <p>{about}</p>}
      {count === 0 && wholes.length === 0 && <p>Both are the same.</p>}
      {wholes.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keyboard */}
      <ul className="comparison" tabIndex={0} aria-label="Differences">
        {differences.slice(0, most).map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <li key={index}>
            <Badge tone={kinds[one.kind].tone}>{kinds[one.kind].words}</Badge>
            <span className="soft">{whats[one.what]}</span>
            {one.before !== undefined && <del>{one.before}</del>}
            {one.after !== undefined && <ins>{one.after}</ins>}
          </li>
        ))}
      </ul>
      {count > most && <p className="soft">And {count - most} more.</p>}
    </Card>
  );
}
