import type { Deps } from "../deps";
import { createOutboxTransport } from "./outbox-transport.server";
import { createSmtpTransport } from "./smtp-transport.server";
import type { MailTransport } from "./transport";

/** SMTP where a relay is configured, else the built-in outbox. */
export function createTransport(deps: Pick<Deps, "db" | "clock" | "ids" | "config">): MailTransport {
  const { smtpUrl } = deps.config.mail;
  return smtpUrl ? createSmtpTransport(smtpUrl, deps.config.origins.app) : createOutboxTransport(deps);
}
