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

export const terminationRequest = z.object({
  workspaceId: z.string(),
  name: z.string(),
  period: z.enum(["agreed", "sooner"]).default("agreed"),
  reason: z.string().default("Its owner ended the agreement."),
});
export type TerminationRequest = z.input<typeof terminationRequest>;

/** Whether somebody typed what was asked for; spaces around it do not matter. */
export const namesWorkspace = (typed: string, name: string): boolean => typed.trim() === name.trim();
