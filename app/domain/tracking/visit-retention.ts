/** Thirteen months: usage data is kept no longer. */
export const keptVisitDays = 396;
