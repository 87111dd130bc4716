/** The agreed period; the shorter one is for those who ask for it, so that backups are gone within 30 days as well. */
export const graceDays = { agreed: 60, sooner: 7 } as const;

export type GracePeriod = keyof typeof graceDays;
