import { daysOfMonths, optOutDays, type RetentionChoices } from "../workspaces/retention-choices";

/** From when on somebody counts as heard from, for each reason to go. */
export interface DueMoments {
  quiet: number;
  /** Of those who only asked something. */
  asked: number;
  optOut: { goes: RetentionChoices["afterOptOut"]; before: number };
  /** Campaigns that ended before it name nobody anyway. */
  messages: number;
}

const dayMs = 86_400_000;

export function dueMoments(choices: RetentionChoices, now: number): DueMoments {
  const monthsAgo = (months: number) => now - daysOfMonths(months) * dayMs;
  return {
    quiet: monthsAgo(choices.peopleMonths),
    asked: monthsAgo(Math.min(choices.enquiryMonths, choices.peopleMonths)),
    optOut: { goes: choices.afterOptOut, before: now - optOutDays * dayMs },
    messages: monthsAgo(choices.messageMonths),
  };
}
