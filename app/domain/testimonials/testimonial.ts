import { z } from "zod";
import { plainLine } from "~/lib/plain-text";

export const testimonialStates = ["draft", "asked", "agreed", "declined", "withdrawn"] as const;
export type TestimonialState = (typeof testimonialStates)[number];

/** Asked for the same words again, such a person would be asked against a no. */
export const isNo = (state: TestimonialState): boolean => state === "declined" || state === "withdrawn";

/** What is quoted, and where it may stand. */
export interface Quotation {
  words: string;
  name: string;
  role: string;
  /** Address of an own picture; empty without one. */
  picture: string;
  /** Empty: on every site of the workspace. */
  siteId: string;
}

export interface Testimonial extends Quotation {
  id: string;
  workspaceId: string;
  email: string;
  addressHash: string;
  language: string;
  state: TestimonialState;
  /** What the last letter asked for. */
  asked: Quotation | undefined;
  /** What the person agreed to: nothing else may be public. */
  shown: Quotation | undefined;
  askedAt: number | undefined;
  answeredAt: number | undefined;
  updatedAt: number;
  revision: number;
}

export const maxTestimonials = 200;
export const longestWords = 1000;

const line = (most: number, missing: string) =>
  z
    .string()
    .transform((text) => plainLine(text, most + 1))
    .pipe(z.string().min(1, missing).max(most, `Use at most ${most} characters.`));

/** Lines stay, everything that no person writes goes. */
const plainWords = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((one) => plainLine(one, longestWords + 1))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

export const testimonialInput = z.object({
  name: line(120, "Write the name as it may be shown."),
  role: z
    .string()
    .transform((text) => plainLine(text, 161))
    .pipe(z.string().max(160, "Use at most 160 characters.")),
  words: z
    .string()
    .transform(plainWords)
    .pipe(
      z
        .string()
        .min(1, "Write what the person said, in their own words.")
        .max(longestWords, `Use at most ${longestWords} characters.`),
    ),
  email: z.string().trim().max(320),
  picture: z
    .string()
    .max(200)
    .regex(/^(?:\/_files\/[\w./-]+)?$/, "Choose a picture that was uploaded here."),
  siteId: z.string().max(26),
  language: z.string().max(12),
});

export type TestimonialInput = z.input<typeof testimonialInput>;

const stored = z.object({
  words: z.string().min(1).max(longestWords),
  name: z.string().min(1).max(120),
  role: z.string().max(160),
  picture: z
    .string()
    .max(200)
    .regex(/^(?:\/_files\/[\w./-]+)?$/),
  siteId: z.string().max(26),
});

/** A quotation as a row keeps it; nothing when there is none, or when it came from elsewhere and is none. */
export function storedQuotation(json: string): Quotation | undefined {
  try {
    const read = stored.safeParse(JSON.parse(json || "{}"));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

export const quotationOf = ({ words, name, role, picture, siteId }: Quotation): Quotation => ({
  ...{ words, name, role, picture, siteId },
});

export const sameQuotation = (one: Quotation, other: Quotation | undefined): boolean =>
  other !== undefined && JSON.stringify(quotationOf(one)) === JSON.stringify(quotationOf(other));

/** Names the consent among those of the address. */
export const testimonialPurpose = (id: string): string => `testimonial_${id.toLowerCase()}`;

/** Consent is for a place: one site, or all of the workspace. */
export const mayStandOn = (quotation: Quotation, siteId: string): boolean =>
  quotation.siteId === "" || quotation.siteId === siteId;
