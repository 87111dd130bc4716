/** Why no message can be handed over to anybody just now. */
export interface MailTrouble {
  since: number;
  /** For everybody. */
  cause: string;
  /** What the software said, for operators. */
  detail: string;
}

const causes: readonly [RegExp, string][] = [
  [/invalid login|authenticat|\bEAUTH\b|\b40[13]\b/i, "it refuses the user name, the password or the key"],
  [/certificate has expired/i, "its certificate has expired"],
  [/certificate|altnames/i, "its certificate cannot be trusted"],
  [/starttls/i, "it offers no encryption"],
  [/ENOTFOUND|EAI_AGAIN|getaddrinfo/, "no machine has its name"],
  [/ECONNREFUSED/, "nothing answers at its address"],
  [/time-?out|ETIMEDOUT|greeting never/i, "it does not answer in time"],
  [/\b429\b/, "it takes no more for now"],
];

/** The cause in words of every day, where it is a known one. */
export const causeOf = (message: string): string =>
  causes.find(([shape]) => shape.test(message))?.[1] ?? "it ends the connection";
