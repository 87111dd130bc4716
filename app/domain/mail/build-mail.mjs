// Plain JavaScript because a worker thread loads it from the source tree as well as the bundle.
import MailComposer from "nodemailer/lib/mail-composer";

/** The bytes of a message as SMTP takes them over. */
export const buildMail = (parts) =>
  new MailComposer({ ...parts, disableFileAccess: true, disableUrlAccess: true }).compile().build();
