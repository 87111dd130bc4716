import { dayOf } from "~/lib/zoned-day";
import { type Figures, noFigures, slotOf } from "./figures";
import { otherName, type RolledPart, type SharePart, shareParts } from "./share-part";

/** What views are counted by. */
export interface ViewTraits extends Record<SharePart, string> {
  at: number;
  versionId: string;
  isBot: boolean;
  /** Agreed to be recognised, and was here on an earlier day. */
  isReturning: boolean;
}

/** Views of one minute that have everything in common. */
export interface ViewGroup extends ViewTraits {
  views: number;
  /** Of these the first of their visitor on the day. */
  visitors: number;
}

/** What is known of a view once it is to be counted. */
export interface VisitFact extends ViewTraits {
  id: string;
  visitorKey: string;
  formStarted: boolean;
  durationMs: number;
}

export interface LeadFact {
  at: number;
  versionId: string;
  source: string;
  campaign: string;
}

export interface ConversionFact {
  at: number;
  versionId: string;
  visitorKey: string;
}

export interface ShareCount {
  day: string;
  part: RolledPart;
  name: string;
  views: number;
  visitors: number;
  formStarts: number;
  leads: number;
  conversions: number;
  durationMs: number;
}

const minuteMs = 60_000;

type Group = Map<string, ShareCount>;

/** Adds facts up by quarter of an hour, by minute, and by day and what they have in common. */
export class Tally {
  readonly slots = new Map<number, Figures>();
  readonly minutes = new Map<number, Figures>();
  private readonly days = new Map<string, Map<RolledPart, Group>>();
  private readonly dayOfSlot = new Map<number, Map<RolledPart, Group>>();

  constructor(private readonly zone: string) {}

  addView(fact: VisitFact, isFirst: boolean): void {
    this.addViews(fact, 1, isFirst ? 1 : 0);
  }

  addGroup(group: ViewGroup): void {
    this.addViews(group, group.views, group.visitors);
  }

  /** Length and begun forms, which grow while a page is open. */
  addGrowth(fact: VisitFact): void {
    if (fact.isBot || (!fact.formStarted && fact.durationMs === 0)) return;
    for (const sum of [...this.timesAt(fact.at), ...this.sharesOf(fact)]) {
      sum.formStarts += fact.formStarted ? 1 : 0;
      sum.durationMs += fact.durationMs;
    }
  }

  addLead({ at, versionId, source, campaign }: LeadFact): void {
    for (const figures of this.timesAt(at)) figures.leads += 1;
    this.shareAt(at, "total", "").leads += 1;
    this.shareAt(at, "version", versionId).leads += 1;
    this.shareAt(at, "source", source).leads += 1;
    if (campaign) this.shareAt(at, "campaign", campaign).leads += 1;
  }

  /** `firstView` tells where the visitor came from; unknown where no view was recorded. */
  addConversion({ at, versionId }: ConversionFact, firstView: VisitFact | undefined): void {
    this.shareAt(at, "total", "").conversions += 1;
    this.shareAt(at, "version", versionId).conversions += 1;
    if (!firstView) return;
    for (const part of shareParts) {
      if (firstView[part] || !isOptional(part)) this.shareAt(at, part, firstView[part]).conversions += 1;
    }
  }

  shares(): ShareCount[] {
    return [...this.days.values()].flatMap((parts) =>
      [...parts.values()].flatMap((group) => [...group.values()]),
    );
  }

  private addViews(traits: ViewTraits, views: number, visitors: number): void {
    const times = this.timesAt(traits.at);
    if (traits.isBot) {
      for (const figures of times) figures.bots += views;
      this.shareAt(traits.at, "bots", "").views += views;
      return;
    }
    for (const sum of [...times, ...this.sharesOf(traits)]) {
      sum.views += views;
      sum.visitors += visitors;
    }
    if (visitors > 0 && traits.isReturning)
      this.shareAt(traits.at, "again", traits.versionId).visitors += visitors;
  }

  private timesAt(at: number): Figures[] {
    return [figuresIn(this.slots, slotOf(at)), figuresIn(this.minutes, at - (at % minuteMs))];
  }

  private sharesOf(fact: ViewTraits): ShareCount[] {
    const found = [this.shareAt(fact.at, "total", ""), this.shareAt(fact.at, "version", fact.versionId)];
    for (const part of shareParts) {
      if (fact[part] || !isOptional(part)) found.push(this.shareAt(fact.at, part, fact[part]));
    }
    return found;
  }

  private shareAt(at: number, part: RolledPart, name: string): ShareCount {
    const parts = this.dayAt(at);
    const group: Group = parts.get(part) ?? new Map();
    if (group.size === 0) parts.set(part, group);
    const known = group.get(name);
    if (known) return known;
    const share = { ...noShare, day: dayOf(slotOf(at), this.zone), part, name };
    group.set(name, share);
    return share;
  }

  /** Zones differ from UTC by whole quarters, so a slot lies in one day. */
  private dayAt(at: number): Map<RolledPart, Group> {
    const slot = slotOf(at);
    const known = this.dayOfSlot.get(slot);
    if (known) return known;
    const day = dayOf(slot, this.zone);
    const parts = this.days.get(day) ?? new Map<RolledPart, Group>();
    this.days.set(day, parts);
    this.dayOfSlot.set(slot, parts);
    return parts;
  }
}

/** What most views do not have is no share of them when missing. */
const isOptional = (part: SharePart) => part === "campaign" || part === "place";

function figuresIn(map: Map<number, Figures>, key: number): Figures {
  const known = map.get(key);
  if (known) return known;
  const made = { ...noFigures };
  map.set(key, made);
  return made;
}

const noShare = { views: 0, visitors: 0, formStarts: 0, leads: 0, conversions: 0, durationMs: 0 };

/** Keeps the largest names of each day and part; the others become one. */
export function withoutSmall(shares: Iterable<ShareCount>, most: number): ShareCount[] {
  const groups = new Map<string, ShareCount[]>();
  for (const share of shares) {
    const key = `${share.day} ${share.part}`;
    const group = groups.get(key);
    if (group) group.push(share);
    else groups.set(key, [share]);
  }
  return [...groups.values()].flatMap((group) => {
    const part = group[0]?.part;
    if (group.length <= most || part === "version" || part === "again") return group;
    group.sort((a, b) => b.visitors - a.visitors || b.views - a.views || (a.name < b.name ? -1 : 1));
    const kept = group.slice(0, most);
    const rest = group.slice(most).reduce((sum, share) => addShares(sum, share));
    return [...kept, { ...rest, name: otherName }];
  });
}

export const addShares = <T extends Omit<ShareCount, "day" | "part" | "name">>(a: T, b: T): T => ({
  ...a,
  views: a.views + b.views,
  visitors: a.visitors + b.visitors,
  formStarts: a.formStarts + b.formStarts,
  leads: a.leads + b.leads,
  conversions: a.conversions + b.conversions,
  durationMs: a.durationMs + b.durationMs,
});
