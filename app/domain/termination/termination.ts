import { z } from "zod";

/** grace → deleted, or grace → cancelled. */
export type TerminationState = "grace" | "cancelled" | "deleted";

export interface Termination {
  id: string;
  workspaceId: string;
  state: TerminationState;
  requestedAt: number;
  deleteAfter: number;
  cancelledAt: number | undefined;
}

/** The agreed period; the shorter one is for those who ask for it, so that backups are gone within 30 days as well. */
export const graceDays = { agreed: 60, sooner: 7 } as const;

export type GracePeriod = keyof typeof graceDays;

export const terminationRequest = z.object({
  workspaceId: z.string(),
  name: z.string(),
  period: z.enum(["agreed", "sooner"]).default("agreed"),
});
export type TerminationRequest = z.input<typeof terminationRequest>;

/** Whether somebody typed what was asked for; spaces around it do not matter. */
export const namesWorkspace = (typed: string, name: string): boolean => typed.trim() === name.trim();
