import { z } from "zod";
import { parseEmailAddress } from "~/lib/email-address";
import { plainLine } from "~/lib/plain-text";
import { isFreeMailDomain } from "./free-mail";

/** unverified: not yet usable. vouched: the operator answers for it. verified: DNS says that the domain agrees. */
export type SenderState = "unverified" | "vouched" | "verified";

export interface Sender {
  id: string;
  fromName: string;
  fromEmail: string;
  /** Empty: answers go to the from-address. */
  replyTo: string;
  /** In lines, as on an envelope. */
  postalAddress: string;
  state: SenderState;
  createdAt: number;
}

export const mayCampaignsUse = (sender: Pick<Sender, "state">): boolean => sender.state !== "unverified";

export const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1);

const address = (missing: string) =>
  z.string().transform((value, context) => {
    const parsed = parseEmailAddress(value);
    if (parsed.ok) return parsed.address;
    context.addIssue({ code: "custom", message: missing });
    return z.NEVER;
  });

/** Messages of such a domain are refused by every large mailbox provider: its owner publishes that nobody else sends for it. */
const ownDomain = (email: string) => !isFreeMailDomain(domainOf(email));

export const senderInput = z.object({
  fromName: z
    .string()
    .transform((value) => plainLine(value, 120))
    .pipe(z.string().min(1, "Say who writes, such as the name of your company.")),
  fromEmail: address("Enter an address at your own domain, as in news@example.org.").refine(
    ownDomain,
    "Addresses at free mail providers cannot be used for campaigns: mailbox providers refuse them. Use an address at your own domain.",
  ),
  replyTo: z
    .string()
    .default("")
    .transform((value) => value.trim())
    .pipe(z.union([z.literal(""), address("Enter an e-mail address, or leave this empty.")])),
  postalAddress: z
    .string()
    .transform((value) =>
      value
        .split(/\r\n|\r|\n/)
        .map((line) => plainLine(line, 200))
        .filter(Boolean)
        .join("\n"),
    )
    .pipe(
      z
        .string()
        .min(8, "Enter the full postal address. It stands in every message: law asks for it.")
        .max(500, "This is too long for a postal address."),
    ),
});

export type SenderInput = z.input<typeof senderInput>;
