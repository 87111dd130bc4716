import type Mail from "nodemailer/lib/mailer";

/** What a message is made of: plain data, so that it can be handed to a thread. */
export type MailParts = Pick<
  Mail.Options,
  "from" | "to" | "replyTo" | "subject" | "messageId" | "date" | "html" | "text" | "headers"
>;

export function buildMail(parts: MailParts): Promise<Buffer>;
