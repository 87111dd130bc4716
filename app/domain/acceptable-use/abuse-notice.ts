import { z } from "zod";
import { emailAddressMessages, parseEmailAddress } from "~/lib/email-address";
import { plainLine } from "~/lib/plain-text";
import { suspensionRules } from "./suspension-rules";

/** What somebody outside told about a page or a message. open → closed, with a decision that is sent to them. */
export interface AbuseNotice {
  id: string;
  /** Twenty-six zeros when no site of the instance was recognised. */
  workspaceId: string;
  rule: string;
  subject: string;
  explanation: string;
  reporterName: string;
  reporterEmail: string;
  state: "open" | "closed";
  decision: string;
  createdAt: number;
  closedAt: number | undefined;
}

/** What people outside can tell; the others are found by looking at figures. */
export const noticeRules = Object.fromEntries(
  Object.entries(suspensionRules).filter(([rule]) => rule !== "complaints" && rule !== "abuse_report"),
);

const paragraph = (max: number) =>
  z
    .string()
    .max(max, "This is too long.")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim());

export const newNotice = z.object({
  workspaceId: z.string(),
  rule: z.string().refine((rule) => rule in noticeRules, "Choose what is wrong."),
  subject: z
    .string()
    .transform((text) => plainLine(text, 1000))
    .refine((text) => text.length >= 4, "Say which page or message, by its address or its subject."),
  explanation: paragraph(4000).refine(
    (text) => text.length >= 20,
    "Say what is wrong, in a sentence or two.",
  ),
  reporterName: z
    .string()
    .default("")
    .transform((text) => plainLine(text, 120)),
  reporterEmail: z
    .string()
    .default("")
    .transform((value, context) => {
      if (value.trim() === "") return "";
      const parsed = parseEmailAddress(value);
      if (parsed.ok) return parsed.address;
      context.addIssue({ code: "custom", message: emailAddressMessages[parsed.reason] });
      return z.NEVER;
    }),
});

export const noticeDecision = z.object({
  decision: paragraph(2000).refine((text) => text.length >= 10, "Say what was decided, and why."),
});
