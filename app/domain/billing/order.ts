import { z } from "zod";
import { parseEmailAddress } from "~/lib/email-address";
import { plainLine } from "~/lib/plain-text";
import type { Plan } from "./plan";

export const orderInput = z.object({
  workspaceId: z.string(),
  priceId: z.string().min(1, "Choose a plan").max(100),
  payerEmail: z
    .string()
    .trim()
    .max(320)
    .refine((value) => parseEmailAddress(value).ok, "Type the whole address of whoever pays"),
  payerName: z
    .string()
    .transform((value) => plainLine(value, 200))
    .refine((value) => value.length > 0, "Type the name of the person or company that pays"),
  /** The words as they stood beside the box. */
  agreedWords: z.string(),
  agreed: z.literal(true, { error: "Tick that the order is final before going on" }),
  /** send: whoever pays gets the page of payment by mail. */
  how: z.enum(["now", "send"]),
});

export type OrderInput = z.input<typeof orderInput>;

export type OrderState = "started" | "paid" | "expired";

export interface Order {
  workspaceId: string;
  id: string;
  customerId: string;
  sessionId: string;
  orderedBy: string;
  payerEmail: string;
  payerName: string;
  plan: Omit<Plan, "description">;
  agreedWords: string;
  agreedAt: number;
  state: OrderState;
  paidAt: number | undefined;
  createdAt: number;
}

export interface Invoice {
  id: string;
  customerId: string;
  number: string;
  status: string;
  amountDue: number;
  amountPaid: number;
  currency: string;
  url: string;
  pdfUrl: string;
  createdAt: number;
  paidAt: number | undefined;
}
