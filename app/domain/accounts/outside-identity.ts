/** What a provider says of the person who signed in there. */
export interface OutsideIdentity {
  issuer: string;
  /** How the issuer names the person; never given to anybody else. */
  subject: string;
  email: string;
  /** The issuer has seen that the mailbox is the person's. */
  emailVerified: boolean;
  name: string;
}

export interface SignInButton {
  id: string;
  name: string;
}

/** What can go wrong on the way to a provider and back, as the address of the sign-in page says it. */
export const outsideProblems = {
  cancelled: "You did not go through with it there. Nothing was changed.",
  expired: "This took too long, or was begun in another browser. Nothing was changed; try again.",
  unavailable: "The other side could not be reached. Nothing was changed; try again, or use your password.",
  refused:
    "The other side's answer could not be trusted. Nothing was changed; try again, or use your password.",
  unverified:
    "The other side has not confirmed your e-mail address, so it cannot vouch for you. Confirm it there, or sign in with your password.",
  taken: "That sign-in belongs to another account here. Nothing was changed.",
} as const;

export type OutsideProblem = keyof typeof outsideProblems;

export const isOutsideProblem = (code: string | null): code is OutsideProblem =>
  code !== null && Object.hasOwn(outsideProblems, code);
