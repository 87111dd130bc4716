import { z } from "zod";

const day = z.iso.date({ error: "Give the day as year-month-day." });
const longestDays = 400;

/** Days of the workspace's zone, both included. Left out: the thirty days up to today. */
export const reportSpan = z
  .object({ from: day.optional(), to: day.optional() })
  .refine(({ from, to }) => !from || !to || from <= to, {
    error: "The last day comes before the first.",
    path: ["to"],
  })
  .refine(({ from, to }) => !from || !to || Date.parse(to) - Date.parse(from) < longestDays * 86_400_000, {
    error: `A report spans at most ${longestDays} days.`,
    path: ["from"],
  });
export type ReportSpan = z.infer<typeof reportSpan>;
