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

/** Rules of the acceptable use policy that a person may name when suspending; findings name finer ones. */
export const suspensionRules: Record<string, string> = {
  unsolicited_mail: "Mail to people without a recorded basis",
  sensitive_data: "Collecting sensitive data",
  children: "Collecting data of children",
  deception: "Phishing, impersonation or misleading content",
  malware: "Malware or attacks on other systems",
  illegal_content: "Illegal content",
  complaints: "Too many complaints or bounces",
  abuse_report: "A well-founded report of abuse",
};

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
