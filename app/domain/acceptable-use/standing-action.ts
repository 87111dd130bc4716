import { z } from "zod";

/** What was decided about a workspace, and what its customer answered. Kept for ever as proof. */
export type StandingActionKind = "suspend" | "reinstate" | "appeal";

export interface StandingAction {
  id: string;
  workspaceId: string;
  action: StandingActionKind;
  rule: string;
  reason: string;
  actorId: string;
  createdAt: number;
}

const reason = z
  .string()
  .trim()
  .min(3, "Say why, in a sentence the customer will read.")
  .max(1000, "Use at most 1,000 characters.");

export const suspensionInput = z.object({
  workspaceId: z.string().min(1),
  rule: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9._-]{1,59}$/, "Name the rule that was broken."),
  reason,
});

export const decisionInput = z.object({ workspaceId: z.string().min(1), reason });
