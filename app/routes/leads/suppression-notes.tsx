import type { ReactNode } from "react";
import { formatCount } from "~/components/ui/count";
import { EmptyState } from "~/components/ui/empty-state";
import { Notice } from "~/components/ui/notice";

/** After a list was added. */
export function Added({ changed, standing }: { changed: number; standing: number }) {
  const stood = standing > 0 ? ` ${formatCount(standing)} stood here before.` : "";
  const words =
    changed === 1 ? "One address gets no more mail." : `${formatCount(changed)} addresses get no more mail.`;
  return (
    <Notice tone="good" live="polite">
      {words}
      {stood}
    </Notice>
  );
}

/** Why the list is empty, and what to do. */
export function NothingFound(props: { typed: string; isPart: boolean; isFiltered: boolean; add: ReactNode }) {
  const { typed, isPart, isFiltered, add } = props;
  if (isPart) {
    return (
      <EmptyState plain title="Enter the whole address">
        Only fingerprints of addresses are kept, so a part of one finds nothing.
      </EmptyState>
    );
  }
  if (typed) {
    return (
      <EmptyState plain title="Nothing stands against this address">
        {typed} is not suppressed here{isFiltered ? ", as far as the filters say" : ""}.
      </EmptyState>
    );
  }
  if (isFiltered) {
    return (
      <EmptyState plain title="No suppression matches">
        Take a filter away.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nobody asked to be left alone yet" action={add}>
      Who unsubscribes, complains or cannot be reached comes here by itself. Bring along the list of the
      system that you used before, so that nobody there is written to again.
    </EmptyState>
  );
}
