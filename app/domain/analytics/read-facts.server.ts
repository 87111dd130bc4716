import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import {
  hasMoreConversions,
  type Span,
  selectConversionFacts,
  selectLeadFacts,
  selectVisitFacts,
  selectVisitsById,
} from "./fact-queries.server";
import { type DayVisitor, selectDayVisitors } from "./progress-queries.server";
import { nextFacts, type Stretch, streamFacts } from "./stream-facts";
import type { ConversionFact, LeadFact, Tally, VisitFact } from "./tally";

export const dayMs = 86_400_000;
export const utcDayOf = (at: number): number => at - (at % dayMs);

interface Page {
  workspaceId: string;
  pageId: string;
}

/** Views in the order of their time, a bounded number at a time. */
export const streamVisits = (
  db: Executor,
  page: Page,
  span: Span & { grown?: boolean },
): AsyncGenerator<VisitFact[]> => streamFacts((part) => nextVisits(db, page, { ...span, ...part }), span);

/** The next views of a span, and up to where these are all. */
export const nextVisits = (
  db: Executor,
  { workspaceId, pageId }: Page,
  span: Span & { grown?: boolean },
): Promise<Stretch<VisitFact>> =>
  nextFacts((part, limit) => selectVisitFacts(db, workspaceId, pageId, { ...span, ...part }, limit), span);

/** The next leads of a span, and up to where these are all. */
export const nextLeads = (
  db: Executor,
  { workspaceId, pageId }: Page,
  span: Span,
): Promise<Stretch<LeadFact>> =>
  nextFacts((part, limit) => selectLeadFacts(db, workspaceId, pageId, part, limit), span);

const streamConversions = (db: Executor, { workspaceId, pageId }: Page, span: Span) =>
  streamFacts(
    (part) => nextFacts((own, limit) => selectConversionFacts(db, workspaceId, pageId, own, limit), part),
    span,
  );

/** Adds views; answers whose first of the day they hold. What is counted of these days already is looked up. */
export async function addVisits(
  db: Executor,
  { workspaceId, pageId }: Page,
  tally: Tally,
  facts: readonly VisitFact[],
  seen: Map<string, VisitFact> = new Map(),
): Promise<DayVisitor[]> {
  const people = facts.filter(({ isBot }) => !isBot);
  const counted = new Set<string>();
  for (const day of new Set(people.map(({ at }) => utcDayOf(at)))) {
    const keys = new Set(people.flatMap(({ at, visitorKey }) => (utcDayOf(at) === day ? [visitorKey] : [])));
    for (const key of (await selectDayVisitors(db, workspaceId, pageId, day, [...keys])).keys())
      counted.add(`${day} ${key}`);
  }
  const first: DayVisitor[] = [];
  for (const fact of facts) {
    const day = utcDayOf(fact.at);
    const key = `${day} ${fact.visitorKey}`;
    const isFirst = !fact.isBot && !counted.has(key) && !seen.has(key);
    tally.addView(fact, isFirst);
    if (!isFirst) continue;
    seen.set(key, fact);
    first.push({ day, visitorKey: fact.visitorKey, visitId: fact.id });
  }
  return first;
}

export async function addLeads(db: Executor, page: Page, tally: Tally, span: Span): Promise<void> {
  for await (const leads of streamFacts((part) => nextLeads(db, page, part), span))
    for (const lead of leads) tally.addLead(lead);
}

/** Adds conversions, each where the visitor's first view of the day came from. Adds none and answers false where there are more than `most`. */
export async function addConversions(
  db: Executor,
  page: Page,
  tally: Tally,
  span: Span,
  { seen = new Map(), most }: { seen?: ReadonlyMap<string, VisitFact>; most?: number } = {},
): Promise<boolean> {
  const { workspaceId, pageId } = page;
  if (most !== undefined && (await hasMoreConversions(db, workspaceId, pageId, span, most))) return false;
  for await (const conversions of streamConversions(db, page, span)) {
    const first = await findFirstViews(db, page, conversions);
    for (const conversion of conversions) {
      const key = `${utcDayOf(conversion.at)} ${conversion.visitorKey}`;
      tally.addConversion(conversion, seen.get(key) ?? first.get(key));
    }
  }
  return true;
}

async function findFirstViews(
  db: Executor,
  { workspaceId, pageId }: Page,
  conversions: readonly ConversionFact[],
): Promise<Map<string, VisitFact>> {
  const visitOf = new Map<string, string>();
  for (const day of new Set(conversions.map(({ at }) => utcDayOf(at)))) {
    const keys = conversions.flatMap(({ at, visitorKey }) => (utcDayOf(at) === day ? [visitorKey] : []));
    const known = await selectDayVisitors(db, workspaceId, pageId, day, [...new Set(keys)]);
    for (const [key, visitId] of known) visitOf.set(`${day} ${key}`, visitId);
  }
  const ids = [...visitOf.values()];
  const visits = new Map<string, VisitFact>();
  for (let at = 0; at < ids.length; at += 500) {
    for (const visit of await selectVisitsById(db, workspaceId, ids.slice(at, at + 500)))
      visits.set(visit.id, visit);
  }
  const found = new Map<string, VisitFact>();
  for (const [key, visitId] of visitOf) {
    const visit = visits.get(visitId);
    if (visit) found.set(key, visit);
  }
  return found;
}

/** Counts a stretch from what was recorded alone; growth only as far as `grownTo`. */
export async function countRecorded(
  deps: Pick<Deps, "reader">,
  page: Page,
  tally: Tally,
  { from, to, grownTo }: Span & { grownTo: number },
): Promise<DayVisitor[]> {
  const converting = { from, to: grownTo };
  const awaited = new Map<string, VisitFact | undefined>();
  for await (const conversions of streamConversions(deps.reader, page, converting))
    for (const { at, visitorKey } of conversions) awaited.set(`${utcDayOf(at)} ${visitorKey}`, undefined);
  const first: DayVisitor[] = [];
  let seen = new Set<string>();
  let today = 0;
  // Keys change at midnight UTC: who came earlier on that day is no new visitor of this stretch.
  for await (const facts of streamVisits(deps.reader, page, { from: utcDayOf(from), to })) {
    for (const fact of facts) {
      const day = utcDayOf(fact.at);
      if (day !== today) seen = new Set();
      today = day;
      const isFirst = !fact.isBot && !seen.has(fact.visitorKey);
      if (isFirst) {
        seen.add(fact.visitorKey);
        const key = `${day} ${fact.visitorKey}`;
        if (awaited.has(key)) awaited.set(key, fact);
      }
      if (fact.at < from) continue;
      tally.addView(fact, isFirst);
      if (fact.at < grownTo) tally.addGrowth(fact);
      if (isFirst) first.push({ day, visitorKey: fact.visitorKey, visitId: fact.id });
    }
  }
  await addLeads(deps.reader, page, tally, { from, to });
  for await (const conversions of streamConversions(deps.reader, page, converting))
    for (const conversion of conversions)
      tally.addConversion(conversion, awaited.get(`${utcDayOf(conversion.at)} ${conversion.visitorKey}`));
  return first;
}
