import type { Deps } from "../deps";
import { createOutboxTransport } from "./outbox-transport.server";
import { createSendgridTransport } from "./sendgrid-transport.server";
import { createSmtpTransport } from "./smtp-transport.server";
import type { MailTransport } from "./transport";

/** SMTP or SendGrid where one is configured, else the built-in outbox. */
export function createTransport(deps: Pick<Deps, "db" | "clock" | "ids" | "config">): MailTransport {
  const { smtpUrl, sendgrid } = deps.config.mail;
  if (smtpUrl) return createSmtpTransport(smtpUrl, deps.config.origins.app);
  return sendgrid ? createSendgridTransport(sendgrid) : createOutboxTransport(deps);
}
