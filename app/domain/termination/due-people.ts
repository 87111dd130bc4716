import { daysOfMonths, optOutDays, type RetentionChoices } from "../workspaces/retention-choices";

/** From when on somebody counts as heard from, for each reason to go. Undefined: nobody goes for it. */
export interface DueMoments {
  quiet: number | undefined;
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
    quiet: choices.peopleMonths > 0 ? monthsAgo(choices.peopleMonths) : undefined,
    asked: monthsAgo(Math.min(choices.enquiryMonths, choices.peopleMonths || choices.enquiryMonths)),
    optOut: { goes: choices.afterOptOut, before: now - optOutDays * dayMs },
    messages: monthsAgo(choices.messageMonths),
  };
}
