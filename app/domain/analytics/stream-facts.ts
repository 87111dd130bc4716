import type { Span } from "./fact-queries.server";

/** Facts that are read at once: a page with a million of them is read in the memory of these. */
export const factsAtOnce = 2000;

/** Facts, and up to where these are all. */
export interface Stretch<Fact> {
  facts: Fact[];
  until: number;
}

/** The next facts of a span. `select` answers them in the order of their time. */
export async function nextFacts<Fact extends { at: number }>(
  select: (span: Span, limit: number) => Promise<Fact[]>,
  { from, to }: Span,
): Promise<Stretch<Fact>> {
  const facts = await select({ from, to }, factsAtOnce);
  if (facts.length < factsAtOnce) return { facts, until: to };
  const lastAt = facts.at(-1)?.at ?? to;
  if (lastAt > (facts[0]?.at ?? lastAt))
    return { facts: facts.filter(({ at }) => at < lastAt), until: lastAt };
  // So many in one moment cannot be told apart by time: take them all.
  const all = await select({ from: lastAt, to: lastAt + 1 }, Number.MAX_SAFE_INTEGER);
  return { facts: all, until: lastAt + 1 };
}

/** All facts of a span, a bounded number at a time. */
export async function* streamFacts<Fact>(
  next: (span: Span) => Promise<Stretch<Fact>>,
  { from, to }: Span,
): AsyncGenerator<Fact[]> {
  for (let begin = from; begin < to; ) {
    const { facts, until } = await next({ from: begin, to });
    if (facts.length > 0) yield facts;
    begin = until;
  }
}
