import type { Config } from "~/config.server";
import { DomainError } from "../domain-error";
import type { Mailbox } from "./message";

/** Who account messages come from: the host of the product. */
export const platformMailbox = (config: Config): Mailbox => ({
  name: "Foyer",
  email: `no-reply@${new URL(config.origins.app).hostname.replace(/^\[.*\]$/, "localhost")}`,
});

/** On a public origin without a relay, mail would only reach a folder. */
export const mailReachesPeople = (config: Config): boolean =>
  config.origins.loopback || config.mail.smtpUrl !== undefined || config.mail.sendgrid !== undefined;

export function requireMail(config: Config): void {
  if (mailReachesPeople(config)) return;
  throw new DomainError(
    "unavailable",
    "mail_not_configured",
    "This instance cannot send mail yet, and this step needs one. Nothing was changed. Ask its operator to set SMTP_URL.",
  );
}
