import { z } from "zod";

/** How long a workspace keeps what it has of people, by class of data. Months count from what `retentionParts` says. */
export interface RetentionChoices {
  /** 0: until they are deleted by hand, which is so until the workspace chooses a number. */
  peopleMonths: number;
  enquiryMonths: number;
  /** 0: as long as the person. */
  submissionMonths: number;
  /** 0: as long as what they came with. */
  uploadMonths: number;
  visitMonths: number;
  messageMonths: number;
  /** What goes thirty days after somebody opted out of all mail: the person, or only the history of their mail. */
  afterOptOut: "person" | "mail";
}

export type RetentionPart = Exclude<keyof RetentionChoices, "afterOptOut">;

/** THE list of classes a customer decides about: the words people read, the shortest, the longest and the usual period. */
export const retentionParts: Record<
  RetentionPart,
  { label: string; hint: string; least: number; most: number; usual: number; whole?: string }
> = {
  peopleMonths: {
    label: "People",
    hint: "Counted from when you last heard from them: a form, an opened or clicked message, a message they agreed to where opens are not watched, a download, or a change by your team. Your notice says this period.",
    least: 0,
    most: 120,
    usual: 0,
    whole: "Until you delete them",
  },
  enquiryMonths: {
    label: "People who only asked something",
    hint: "They came by a form and did not agree to mail. Counted in the same way.",
    least: 1,
    most: 36,
    usual: 12,
  },
  submissionMonths: {
    label: "What was sent with forms",
    hint: "Each submission, from the day it came, and the history of the person's fields. The person and their present fields stay.",
    least: 0,
    most: 120,
    usual: 0,
    whole: "As long as the person",
  },
  uploadMonths: {
    label: "Files that visitors sent",
    hint: "From the day they came. Never longer than what they were sent with.",
    least: 0,
    most: 120,
    usual: 0,
    whole: "As long as what they came with",
  },
  visitMonths: {
    label: "Visits of pages",
    hint: "Counts of days stay for good and name nobody. Reports filtered by several traits, and results of ended experiments, reach back as far as visits do.",
    least: 1,
    most: 13,
    usual: 13,
  },
  messageMonths: {
    label: "Who got, opened and clicked messages",
    hint: "Counts of campaigns stay for good and name nobody.",
    least: 1,
    most: 13,
    usual: 13,
  },
};

export const retentionPartNames = Object.keys(retentionParts) as RetentionPart[];

/** Somebody who opted out may change their mind within this time; then what they left goes. */
export const optOutDays = 30;

/** Whole days of so many months; never shorter than the months of a calendar. */
export const daysOfMonths = (months: number): number => Math.ceil(months * 30.4375);

const months = (part: RetentionPart) => {
  const { least, most } = retentionParts[part];
  const range = `Give whole months from ${least} to ${most}.`;
  return z.coerce.number(range).int(range).min(least, range).max(most, range);
};

/** Only the given ones change. */
export const retentionChoicesSchema = z
  .object({
    peopleMonths: months("peopleMonths"),
    enquiryMonths: months("enquiryMonths"),
    submissionMonths: months("submissionMonths"),
    uploadMonths: months("uploadMonths"),
    visitMonths: months("visitMonths"),
    messageMonths: months("messageMonths"),
    afterOptOut: z.enum(["person", "mail"], { error: "Choose one of the two." }),
  })
  .partial();

/** What is stored beside `retentionMonths`, which the notice has always told. */
export type StoredRetention = Omit<RetentionChoices, "peopleMonths">;

const stored = (part: RetentionPart) => months(part).catch(retentionParts[part].usual);

export const storedRetentionSchema = z
  .object({
    enquiryMonths: stored("enquiryMonths"),
    submissionMonths: stored("submissionMonths"),
    uploadMonths: stored("uploadMonths"),
    visitMonths: stored("visitMonths"),
    messageMonths: stored("messageMonths"),
    afterOptOut: z.enum(["person", "mail"]).catch("person"),
  })
  .catch({
    enquiryMonths: retentionParts.enquiryMonths.usual,
    submissionMonths: retentionParts.submissionMonths.usual,
    uploadMonths: retentionParts.uploadMonths.usual,
    visitMonths: retentionParts.visitMonths.usual,
    messageMonths: retentionParts.messageMonths.usual,
    afterOptOut: "person",
  });

export const usualRetention: StoredRetention = storedRetentionSchema.parse({});

export const choicesOf = (settings: {
  retentionMonths: number;
  retention: StoredRetention;
}): RetentionChoices => ({ peopleMonths: settings.retentionMonths, ...settings.retention });
