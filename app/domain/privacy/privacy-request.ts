import { z } from "zod";
import { platformScope } from "~/lib/ids";
import { emailField, personNameField } from "../accounts/account";

export const requestKinds = {
  access: "A copy of everything you hold about me",
  correction: "Correct what you hold about me",
  erasure: "Erase what you hold about me",
  restriction: "Let my data rest while we clear something up",
  portability: "My data in a form that other services can read",
  objection: "Stop using my data for marketing",
} as const;

export type RequestKind = keyof typeof requestKinds;

/** unconfirmed: the mailbox has not answered yet, nobody acts. open → done or refused, always with an answer. */
export type RequestState = "unconfirmed" | "open" | "done" | "refused";

export interface PrivacyRequest {
  id: string;
  workspaceId: string;
  kind: RequestKind;
  email: string;
  name: string;
  message: string;
  state: RequestState;
  createdAt: number;
  confirmedAt: number | undefined;
  dueAt: number | undefined;
  closedAt: number | undefined;
  answer: string;
  /** Language of the letters to the person. */
  locale: string;
}

/** Nobody decides about an objection to marketing: it holds from the moment it is confirmed. */
export const stopsMarketing = ({
  kind,
  workspaceId,
}: Pick<PrivacyRequest, "kind" | "workspaceId">): boolean =>
  kind === "objection" && workspaceId !== platformScope;

const day = 86_400_000;
/** The law gives one month from the day the request is known to be real. */
export const answerWithinMs = 30 * day;
/** A link nobody followed is forgotten, with the request. */
export const confirmWithinMs = 7 * day;

/** What a person may write beside what they ask for. */
export const longestMessage = 2000;

const paragraph = (max: number) =>
  z
    .string()
    .max(max, "This is too long.")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim());

export const newPrivacyRequest = z.object({
  workspaceId: z.string(),
  kind: z.enum(Object.keys(requestKinds) as [RequestKind, ...RequestKind[]], {
    error: "Choose what you ask for.",
  }),
  email: emailField,
  name: personNameField,
  message: paragraph(longestMessage).default(""),
});

export const requestAnswer = z.object({
  outcome: z.enum(["done", "refused"], { error: "Say whether it was done or refused." }),
  answer: paragraph(4000).refine((text) => text.length >= 10, "Write what was done, or why not."),
});
