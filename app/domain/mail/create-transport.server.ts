import type { Deps } from "../deps";
import { createOutboxTransport } from "./outbox-transport.server";
import { createSendgridTransport } from "./sendgrid-transport.server";
import { createSmtpTransport } from "./smtp-transport.server";
import type { MailTransport } from "./transport";
import { watchTransport } from "./watch-transport.server";

/** SMTP or SendGrid where one is configured, else the built-in outbox. */
export function createTransport(deps: Pick<Deps, "db" | "clock" | "ids" | "config" | "log">): MailTransport {
  const { smtpUrl, sendgrid } = deps.config.mail;
  if (smtpUrl) return watchTransport(deps, createSmtpTransport(smtpUrl, deps.config.origins.app));
  return sendgrid ? watchTransport(deps, createSendgridTransport(sendgrid)) : createOutboxTransport(deps);
}
