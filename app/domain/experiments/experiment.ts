import { z } from "zod";
import { sampleSizePerArm } from "~/lib/sample-size";

export const experimentModes = ["fixed", "sequential"] as const;
export type ExperimentMode = (typeof experimentModes)[number];
export type ExperimentState = "draft" | "running" | "ended";

export interface Variant {
  id: string;
  /** The page that holds its document. */
  pageId: string;
  name: string;
  role: "champion" | "challenger";
  weight: number;
  state: "active" | "archived";
}

export interface Experiment {
  id: string;
  workspaceId: string;
  pageId: string;
  name: string;
  mode: ExperimentMode;
  state: ExperimentState;
  /** Share of the champion's visitors expected to become leads. */
  baseline: number;
  /** Smallest relative change worth finding: 0.2 for a fifth. */
  effect: number;
  /** Visitors each variant needs; 0 before the start. */
  plannedVisitors: number;
  startedAt: number | undefined;
  endedAt: number | undefined;
  outcome: "" | "promoted" | "kept";
  promotedVariantId: string;
  /** Of a fixed horizon: counts as they were when a period had its visitors. */
  conclusions: readonly Conclusion[];
  createdAt: number;
  variants: readonly Variant[];
}

/** What a variant brought in one period. */
export interface ArmCount {
  variantId: string;
  visitors: number;
  conversions: number;
}

export interface Conclusion {
  period: number;
  at: number;
  counts: readonly ArmCount[];
}

/** One variant as visitors are sent to it, frozen. */
export interface Allocation {
  variantId: string;
  versionId: string;
  weight: number;
  /** Hash of what visitors see. */
  content: string;
}

export interface Edition {
  number: number;
  period: number;
  allocation: readonly Allocation[];
  changes: readonly string[];
  publishedAt: number;
}

export const mostVariants = 5;
export const experimentAlpha = 0.05;
export const experimentPower = 0.8;
/** Shorter than a week, a result says more about the days than about the pages. */
export const shortestMs = 7 * 86_400_000;

const percent = (least: number, most: number, words: string) =>
  z.coerce.number(words).min(least, words).max(most, words);

export const experimentSetup = z
  .object({
    name: z.string().trim().min(1, "Give the experiment a name.").max(120, "Use at most 120 characters."),
    mode: z.enum(experimentModes, "Choose how it is judged."),
    baseline: percent(0.1, 80, "Give a conversion between 0.1 and 80 percent."),
    effect: percent(1, 300, "Give a change between 1 and 300 percent."),
  })
  .refine(({ baseline, effect }) => baseline * (1 + effect / 100) < 100, {
    error: "So large a change would lead to more than every visitor.",
    path: ["effect"],
  });
/** `baseline` and `effect` in percent, as people type them. */
export type ExperimentSetup = z.input<typeof experimentSetup>;

export const variantName = z
  .string()
  .trim()
  .min(1, "Give the variant a name.")
  .max(80, "Use at most 80 characters for the name.");

const weight = z.coerce
  .number("Give whole numbers.")
  .int("Give whole numbers.")
  .min(0, "A weight is not below 0.")
  .max(100, "A weight is at most 100.");

/** By variant id. */
export const variantWeights = z
  .record(z.string(), weight)
  .refine((weights) => Object.values(weights).reduce((sum, one) => sum + one, 0) === 100, {
    error: "The weights of all variants together must be 100.",
  });

/** Even whole weights that sum to 100; what is left over goes to the first. */
export function evenWeights(count: number): number[] {
  const each = Math.floor(100 / count);
  return Array.from({ length: count }, (_, index) => (index === 0 ? 100 - each * (count - 1) : each));
}

/** Visitors that each variant needs. More challengers ask more questions at once, so each takes more visitors. */
export const plannedVisitors = (
  { baseline, effect }: Pick<Experiment, "baseline" | "effect">,
  challengers: number,
): number =>
  sampleSizePerArm(baseline, Math.min(0.999, baseline * (1 + effect)), {
    alpha: experimentAlpha / Math.max(1, challengers),
    power: experimentPower,
  });

export const activeVariants = ({ variants }: Pick<Experiment, "variants">): Variant[] =>
  variants.filter(({ state }) => state === "active");
