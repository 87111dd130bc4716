/** What a failure of a transport says of itself. */
interface Failure {
  message: string;
  stage: "connect" | "sender" | "recipient" | "data";
  code: number;
  response: string;
  reason: string;
  outcome: "permanent" | "temporary" | "unknown";
}

interface Route {
  via: "smtp" | "sendgrid" | "outbox";
  host: string;
  port: number;
  security?: "tls" | "starttls" | "offered" | "none";
}

export interface Explanation {
  /** What happened. */
  what: string;
  /** What to do about it. */
  remedy: string;
}

interface Cause extends Explanation {
  fits: (failure: Failure) => boolean;
}

const says = (pattern: RegExp) => (failure: Failure) =>
  pattern.test(`${failure.reason} ${failure.message} ${failure.response}`);

const smtpCauses = ({ host, port, security }: Route): readonly Cause[] => [
  {
    fits: says(/ECONNREFUSED/),
    what: `Nothing takes connections at ${host}, port ${port}.`,
    remedy: "Check host and port in SMTP_URL, and that the mail server runs.",
  },
  {
    fits: says(/ENOTFOUND|EAI_AGAIN|EDNS|getaddrinfo/),
    what: `The name ${host} was not found.`,
    remedy: "Check the spelling of the host in SMTP_URL, and that this machine can look up names.",
  },
  {
    fits: says(/wrong version number|packet length too long|unknown protocol/i),
    what: `${host}, port ${port}, does not begin with TLS.`,
    remedy: "Write smtp:// instead of smtps:// in SMTP_URL, or take the port for TLS, mostly 465.",
  },
  {
    fits: says(/GREETING|greeting never received/i),
    what: `${host}, port ${port}, answered, but did not greet as a mail server does.`,
    remedy: "At port 465 write smtps:// in SMTP_URL. At another port, check that it is the one for mail.",
  },
  {
    fits: says(/closed|ECONNRESET|before secure TLS|hang up/i),
    what: `${host}, port ${port}, closed the connection before it took part.`,
    remedy:
      security === "tls"
        ? "It may not begin with TLS there: write smtp:// instead of smtps:// in SMTP_URL. Or it turns this machine's address away."
        : "At port 465 write smtps:// in SMTP_URL. Or it turns this machine's address away: allow it at the server.",
  },
  {
    fits: says(/EHOSTUNREACH|ENETUNREACH|TIMEOUT|ETIMEDOUT/),
    what: `${host}, port ${port}, did not answer in time.`,
    remedy: "A firewall may be in between: many hosts close port 25. Try 587 or 465, or open the port.",
  },
  {
    fits: says(/certificate has expired|CERT_HAS_EXPIRED/i),
    what: `The certificate of ${host} has expired.`,
    remedy: "Have it renewed at the mail server. Foyer does not send past it.",
  },
  {
    fits: says(/certificate|altnames|self.signed|CERT_|unable to verify/i),
    what: `The certificate of ${host} does not hold.`,
    remedy:
      "Write in SMTP_URL the name that the certificate is made for, or have it renewed. Foyer does not send past it.",
  },
  {
    fits: says(/does not support.*STARTTLS|ETLS|STARTTLS/i),
    what: `${host} offers no encryption at port ${port}, and the password is not sent without.`,
    remedy: "Use smtps:// with the port for TLS, mostly 465, or switch STARTTLS on at the server.",
  },
  {
    fits: says(/EAUTH|Missing credentials/),
    what: `${host} refused name or password.`,
    remedy:
      "Check both in SMTP_URL; signs such as / or @ in them are written as %2F or %40. Some providers want a password made for programs.",
  },
];

const sendgridCauses: readonly Cause[] = [
  {
    fits: ({ code }) => code === 401,
    what: "SendGrid does not know the key.",
    remedy:
      "Make a new key at SendGrid and give it as SENDGRID_API_KEY. Keys of the EU need SENDGRID_API_BASE=https://api.eu.sendgrid.com.",
  },
  {
    fits: ({ code, reason }) => reason === "SCOPE" || code === 403,
    what: "SendGrid refuses: the key, or the sender, may not send.",
    remedy: "Give the key the right Mail Send, and verify the sender's domain at SendGrid.",
  },
  {
    fits: ({ code }) => code === 429,
    what: "SendGrid asks to go slower, or the plan's messages are used up.",
    remedy: "Nothing is lost: waiting messages are tried again. Look at the limits of the plan.",
  },
  {
    fits: ({ code }) => code >= 500,
    what: "SendGrid has trouble of its own.",
    remedy: "Nothing is lost: waiting messages are tried again. See status.sendgrid.com.",
  },
  {
    fits: ({ stage, code }) => stage === "connect" && code === 0,
    what: "SendGrid cannot be reached from this machine.",
    remedy: "Check SENDGRID_API_BASE, and that a firewall lets https out.",
  },
];

const outboxCauses: readonly Cause[] = [
  {
    fits: says(/ENOSPC/),
    what: "The disk is full.",
    remedy: "Make room on the volume of FOYER_DATA.",
  },
  {
    fits: () => true,
    what: "The folder of the built-in outbox cannot be written.",
    remedy: "Give the user that runs Foyer the right to write below FOYER_DATA.",
  },
];

const refusals: readonly Cause[] = [
  {
    fits: ({ outcome }) => outcome === "unknown",
    what: "The connection broke after the message had begun to leave: it may or may not arrive.",
    remedy: "Look into the mailbox before you try again.",
  },
  {
    fits: ({ stage }) => stage === "sender",
    what: "The mail server refused the sender.",
    remedy: "Allow the sender shown above at the mail server, or sign in there as somebody who may use it.",
  },
  {
    fits: ({ stage }) => stage === "recipient",
    what: "The mail server refused the recipient.",
    remedy: "Check the address. If it is right, the server may pass mail on only for those who sign in.",
  },
  {
    fits: ({ stage }) => stage === "data",
    what: "The mail server refused the message.",
    remedy: "Its words say why: often the sender's domain lacks SPF, DKIM or DMARC records.",
  },
];

/** What went wrong and what to do, for whoever runs the instance. What the other side said is shown beside it. */
export function explainMailFailure(failure: Failure, route: Route): Explanation {
  const own = { smtp: smtpCauses(route), sendgrid: sendgridCauses, outbox: outboxCauses }[route.via];
  const certain = failure.stage === "connect" || route.via !== "smtp" ? own : [];
  const { what, remedy } = [...certain, ...refusals].find(({ fits }) => fits(failure)) ?? {
    what: "The mail server did not take part as expected.",
    remedy: "Its words say more. The log of the mail server says the rest.",
  };
  return { what, remedy };
}
