import { z } from "zod";
import { emailAddressMessages, parseEmailAddress } from "~/lib/email-address";
import { plainLine } from "~/lib/plain-text";

export interface Account {
  id: string;
  email: string;
  name: string;
  isOperator: boolean;
  emailConfirmed: boolean;
  locale: string;
  createdAt: number;
}

export const emailField = z.string("Enter an e-mail address.").transform((value, context) => {
  const parsed = parseEmailAddress(value);
  if (parsed.ok) return parsed.address;
  context.addIssue({ code: "custom", message: emailAddressMessages[parsed.reason] });
  return z.NEVER;
});

export const personNameField = z
  .string()
  .default("")
  .transform((value) => plainLine(value, 120));

/** What links in account mail are for. */
export type AccountTokenPurpose = "confirm_email" | "reset_password" | "first_operator";

const hour = 3_600_000;

export const tokenLifetimes: Record<AccountTokenPurpose, number> = {
  confirm_email: 48 * hour,
  reset_password: hour,
  first_operator: 24 * hour,
};

/** A session ends after 14 days without a visit, and after 60 days in any case. */
export const sessionIdleMs = 14 * 24 * hour;
export const sessionLongestMs = 60 * 24 * hour;
