import type { Config } from "~/config.server";
import { mailReachesPeople, platformMailbox } from "./platform-mailbox.server";
import { describeSmtp, type SmtpSecurity } from "./smtp-transport.server";

/** How mail leaves the instance. Holds no secret, and nothing that a secret could be guessed from. */
export interface MailRoute {
  via: "smtp" | "sendgrid" | "outbox";
  host: string;
  port: number;
  security: SmtpSecurity;
  signsIn: boolean;
  checksCertificate: boolean;
  connections: number;
  /** Whom account letters come from. */
  sender: string;
  /** Domain to which returned mail goes; empty where none is taken. */
  bounces: string;
  /** Whether SendGrid's signed events are believed. */
  events: boolean;
  reachesPeople: boolean;
}

/** What the environment says, as it was read at the start. */
export function describeMailRoute(config: Config): MailRoute {
  const { smtpUrl, sendgrid, smtpConnections, bounces, sendgridWebhookKey } = config.mail;
  const { name, email } = platformMailbox(config);
  const own = {
    connections: smtpConnections,
    sender: `${name} <${email}>`,
    bounces: bounces?.domain ?? "",
    events: sendgridWebhookKey !== undefined,
    reachesPeople: mailReachesPeople(config),
  };
  if (smtpUrl) return { via: "smtp", ...describeSmtp(smtpUrl), ...own };
  if (!sendgrid) {
    const nowhere = {
      host: "",
      port: 0,
      security: "none",
      signsIn: false,
      checksCertificate: false,
    } as const;
    return { via: "outbox", ...nowhere, ...own };
  }
  const { hostname, port, protocol } = new URL(sendgrid.apiBase);
  const secure = protocol === "https:";
  return {
    via: "sendgrid",
    host: hostname,
    port: Number(port) || (secure ? 443 : 80),
    security: secure ? "tls" : "none",
    ...{ signsIn: true, checksCertificate: secure },
    ...own,
  };
}
